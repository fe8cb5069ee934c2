<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>longhand::ui::AskPane</name>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished">Anschlussfrage</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished">Exportieren…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished">Antworten</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation type="unfinished">Frag das Buch…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation type="unfinished">Deine Frage an das Buch</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation type="unfinished">Die Frage bezieht sich auf die Antworten darüber</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask about this passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens in “%1”?</source>
        <extracomment>A question to a book; %1 is the title of a chapter.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many chapters does the book have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation type="unfinished">Frag das Buch</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation type="unfinished">Antworten kommen allein aus diesem Buch. Jeder Satz führt zu der Seite, auf die er sich stützt, und wenn das Buch nichts dazu sagt, lautet die Antwort genau so.</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question or answer has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished">Wird gelesen…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation type="unfinished">Das Buch sagt dazu nichts.</translation>
    </message>
    <message>
        <source>No answer was found in the book. These passages come closest.</source>
        <translation type="unfinished">Im Buch wurde keine Antwort gefunden. Am nächsten kommen diese Stellen.</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation type="unfinished">Nächstliegende Stelle:</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>In front of a quotation that a question is about.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation type="unfinished">nicht aus dem Text</translation>
    </message>
    <message>
        <source>Weak evidence: most of this answer was not found in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions before it were in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>About “%1” (%2)</source>
        <extracomment>Above the line for a question: the passage it will be about, and its page.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about this passage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Anhalten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished">Fragen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BackgroundDesk</name>
    <message>
        <source>A book is being worked on</source>
        <extracomment>Shown by the desktop as the reason why the computer does not go to sleep.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 says how a piece of work ended, %2 is a duration: &quot;about 4 min&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button of a notice: opens the book in the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate several books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books to translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished">Länge</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation type="unfinished">&amp;Nach</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished">wartet</translation>
    </message>
    <message>
        <source>Tick the books to translate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Together about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes is known once the first one runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 books are through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them: about %1 left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished">Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation type="unfinished">
            <numerusform>%n Absatz steht in der Ausgangssprache</numerusform>
            <numerusform>%n Absätze stehen in der Ausgangssprache</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation type="unfinished">%1 - Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation type="unfinished">%1 - Fragen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation type="unfinished">Seite zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CatalogueView</name>
    <message>
        <source>No known model matches. Choose another purpose, or show also what does not fit this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models one could get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For summaries and questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only what fits this computer (%1)</source>
        <extracomment>%1 is the memory of this computer, like &quot;16.0 GB&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher&apos;s pa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Fetch a model with your browser and drop the file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longhand is offline and fetches nothing. To download a model here, allow it; you are asked again before each download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Allow downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Installed · %1</source>
        <extracomment>Of a model in a list; %1 is what it is for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file of this model is known for certain to work here. Its publisher&apos;s page leads to files; one with %1 weights in the GGUF format is what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is an address, %2 the people who converted the file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 (converted by %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download (%1)…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::CellDelegate</name>
    <message>
        <source>Translation</source>
        <translation type="unfinished">Übersetzung</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message>
        <source>Chapters of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished">Kapitel</translation>
    </message>
    <message>
        <source>&amp;Join with the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation type="unfinished">Text des Kapitels</translation>
    </message>
    <message>
        <source>A chapter &amp;begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headings look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern of the headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># is a number in figures, Roman numerals or words; * is any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># is a number, * any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paragraph looks like “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterList</name>
    <message>
        <source>(no title)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation type="unfinished">Kapitel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished">Seite</translation>
    </message>
    <message>
        <source>Words (about)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 von %2</translation>
    </message>
    <message>
        <source>at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation type="unfinished">
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished">wartet</translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation type="unfinished">Kapitel</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation type="unfinished">Übersetzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with the sources as numbered notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;formatted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;plain text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::DiskDialog</name>
    <message>
        <source>Disk space of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Free it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself (our copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each letter stands on its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summaries, answers, translations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions of translated paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be freed: earlier versions of translated paragraphs. The text, the summaries and the translation stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be freed without losing something.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation type="unfinished">
            <numerusform>Loslassen, um %n Datei in die Bibliothek aufzunehmen</numerusform>
            <numerusform>Loslassen, um %n Dateien in die Bibliothek aufzunehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation alone</source>
        <translation type="unfinished">Nur die Übersetzung</translation>
    </message>
    <message>
        <source>Source, then translation</source>
        <translation type="unfinished">Original, dann Übersetzung</translation>
    </message>
    <message>
        <source>Translation, then source</source>
        <translation type="unfinished">Übersetzung, dann Original</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is translated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every paragraph is translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindingsDesk</name>
    <message>
        <source>Copied as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with its sources.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation type="unfinished">Text des Kapitels</translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message>
        <source>&amp;Find names in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a CSV table; terms of the same name are replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary and characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the whole book for names…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the whole book for names: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and words that should always be translated the same way. Longhand looks for them in the whole book; you confirm and give the translation. Confirmed ones are used from the next paragraph on, and checked in every one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::InstalledView</name>
    <message>
        <source>No model is here yet. Drop a GGUF file or a Hugging Face folder on the window, or look under “Get a model”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use for %1</source>
        <extracomment>%1 lists what a model is used for: &quot;summaries, questions&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished">Fortschritt der laufenden Aufgabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation type="unfinished">
            <numerusform>%n Aufgabe wartet</numerusform>
            <numerusform>%n Aufgaben warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobsModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is Summary, Question or Translation, %2 the title of a book.</extracomment>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 names a piece of work, %2 says how far it is.</extracomment>
        <translation type="unfinished">%1 – %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobsPane</name>
    <message>
        <source>Nothing to do. Summaries, questions and translations of all books appear here while they are worked on, and stay until you remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished">Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation type="unfinished">Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Remove all finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished">Aufgaben</translation>
    </message>
    <message>
        <source>Stops and frees the model&apos;s memory; nothing finished is lost</source>
        <translation type="unfinished">Hält an und gibt den Speicher des Modells frei; nichts Fertiges geht verloren</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message>
        <source>Search titles and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished">Bibliothek</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places in the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPane</name>
    <message>
        <source>Find a book</source>
        <translation type="unfinished">Buch suchen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished">Bibliothek</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished">Dateien hinzufügen…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalAssistant</name>
    <message>
        <source>no model</source>
        <translation type="unfinished">kein Modell</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalTranslations</name>
    <message>
        <source>The model could not translate this passage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation of this passage was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passage is too long to be translated at once. Select less, or translate the chapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt failed the checks. The translation stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished">Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>&amp;Assistant</source>
        <translation type="unfinished">&amp;Assistent</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation type="unfinished">&amp;Zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation type="unfinished">&amp;Frage stellen</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation type="unfinished">Ü&amp;bersetzen</translation>
    </message>
    <message>
        <source>Translate several &amp;books…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation type="unfinished">Laufende Aufgabe &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished">&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished">&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Welcome book</source>
        <translation type="unfinished">&amp;Willkommensbuch</translation>
    </message>
    <message>
        <source>&amp;About Longhand</source>
        <translation type="unfinished">Ü&amp;ber Longhand</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation type="unfinished">&amp;Buch</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation type="unfinished">Dateien &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the &amp;summary…</source>
        <translation type="unfinished">&amp;Zusammenfassung exportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;questions…</source>
        <translation type="unfinished">&amp;Fragen exportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;translation…</source>
        <translation type="unfinished">Ü&amp;bersetzung exportieren…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished">&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished">&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Books at the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished">&amp;Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation type="unfinished">&amp;Seiten oder Text</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished">&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished">&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation type="unfinished">An &amp;Breite anpassen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished">&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished">&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Find in this book…</source>
        <translation type="unfinished">In diesem Buch &amp;suchen…</translation>
    </message>
    <message>
        <source>Go to a &amp;page or chapter…</source>
        <translation type="unfinished">Zu &amp;Seite oder Kapitel…</translation>
    </message>
    <message>
        <source>Search in &amp;all books…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished">&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation type="unfinished">&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation type="unfinished">&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation type="unfinished">&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation type="unfinished">Ü&amp;bersetzung</translation>
    </message>
    <message>
        <source>Longhand</source>
        <extracomment>Title of the window. %1 is the title of the open book.</extracomment>
        <translation type="unfinished">Longhand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished">Zusammenfassung</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished">Fragen</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation type="unfinished">Übersetzen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation type="unfinished">
            <numerusform>%n Aufgabe ist nicht fertig. Was bisher getan ist, bleibt.</numerusform>
            <numerusform>%n Aufgaben sind nicht fertig. Was bisher getan ist, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished">Weiter</translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished">Später</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation type="unfinished">%1 – Longhand</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDetails</name>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens read at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text read is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read at once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kept in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation type="unfinished">&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation type="unfinished">Ü&amp;bersetzung</translation>
    </message>
    <message>
        <source>Preset for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads all of it and compares its checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Anhalten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family %1, vocabulary of %2, %3</source>
        <extracomment>%1 is the family of the model (&quot;llama&quot;), %2 a number of words it knows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims to read %1 at once; measured here to work up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims to read %1 at once; not measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds a conversation (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its way of holding a conversation is not known to Longhand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds no conversation: summaries and questions do not work with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file states no licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies outside Longhand&apos;s folder; only a link to it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual preset (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsDesk</name>
    <message>
        <source>These bytes are here already, as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is added. Choose below what it is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is downloaded. Choose under “On this computer” what it is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
    <message>
        <source>The language model in use; Ctrl+M shows them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language models in use; Ctrl+M shows them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished">Offline</translation>
    </message>
    <message>
        <source>Models are fetched when you ask for them. Nothing of your books leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is fetched, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsPane</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Anhalten</translation>
    </message>
    <message>
        <source>Adding the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageArea</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished">Seiten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PairsView</name>
    <message>
        <source>The paragraph being translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation type="unfinished">Nicht übersetzt: jeder Versuch ist an den Prüfungen gescheitert.</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation type="unfinished">Bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDesk</name>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished">Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished">&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished">&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the settings file could not be used; the defaults count there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of Longhand:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Longhand is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of the text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Size of the text against the desktop&apos;s.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished">Aufgabe</translation>
    </message>
    <message>
        <source>Write &amp;summaries in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Translate into:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for s&amp;ummaries:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for &amp;questions:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for t&amp;ranslation:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Us&amp;ual preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory a model may take:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy and desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow &amp;downloads of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off, Longhand never uses the network. On, it fetches a model when you ask for one, and asks again before. Your books, questions and answers never leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; nothing can be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notify me when long work is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what went wrong, if anything did. Only while the window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may sleep again as soon as the work is done or paused; the screen may go dark at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything Longhand keeps lies in %1; the settings in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books: %1
Models: %2
Texts, results and search index: %3
Free on this disk: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longhand&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <extracomment>A model that was chosen and is no longer there. %1 is its file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::PresetDialog</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New from this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit (exact, twice the memory)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as set for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as each task wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads at once, at most (&amp;tokens):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keeps what it read in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Processor threads:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory, at most:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variety of words (temperature):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of &amp;likely words (top-p):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one comes with Longhand and stays as it is; make a new one from it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProofreadPart</name>
    <message>
        <source>Left in the source language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusually long or short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as the paragraph beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, quotation marks or punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term of the glossary is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pronouns against the character sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emphasis or links misplaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs and their translations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any or no warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression; $1 stands for its first group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither jobs nor replacements touch a locked paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction, such as “more formal” (may be empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction for translating again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <translation type="unfinished">%1 von %2 Absätzen</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph %1 of chapter %2 is translated again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One version of a paragraph: its text, and who made it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReaderPane</name>
    <message>
        <source>Contents</source>
        <translation type="unfinished">Inhalt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation type="unfinished">Text statt Seiten zeigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished">Vor</translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished">Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished">Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished">Größer</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished">An Breite anpassen</translation>
    </message>
    <message>
        <source>Find in this book</source>
        <translation type="unfinished">In diesem Buch suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished">Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished">Nächste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source> of %1</source>
        <extracomment>Behind the number of a page. %1 is how many pages there are.</extracomment>
        <translation type="unfinished"> von %1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished">Vorige Seite</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation type="unfinished">Voriges Kapitel</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished">Nächste Seite</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation type="unfinished">Nächstes Kapitel</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <extracomment>%1 is the number printed on the page.</extracomment>
        <translation type="unfinished">gedruckt: %1</translation>
    </message>
    <message>
        <source>empty page</source>
        <translation type="unfinished">leere Seite</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation type="unfinished">ein Bild ohne Text</translation>
    </message>
    <message>
        <source>text cannot be decoded</source>
        <translation type="unfinished">Text nicht entzifferbar</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished">nicht lesbar</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation type="unfinished">Kapitel %1 von %2</translation>
    </message>
    <message>
        <source>Not in this book</source>
        <translation type="unfinished">Nicht in diesem Buch</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SegmentModel</name>
    <message>
        <source>%1.%2</source>
        <comment>a place: chapter and paragraph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished">Übersetzung</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message>
        <source>The chapters are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation type="unfinished">„%1“ war schon in der Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">Ausblenden</translation>
    </message>
    <message>
        <source>No books were found there. Longhand reads PDF, EPUB, text, Markdown and HTML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There were more; drop the rest afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed, with everything made from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SideView</name>
    <message>
        <source>Source and translation side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message>
        <source>not summarised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished">wartet</translation>
    </message>
    <message>
        <source>being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryOptions</name>
    <message>
        <source>Length</source>
        <translation type="unfinished">Länge</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation type="unfinished">Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>Book&apos;s language</source>
        <translation type="unfinished">Sprache des Buchs</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation type="unfinished">Was interessiert dich? (freiwillig)</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation type="unfinished">Was dich interessiert</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Written for:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished">Exportieren…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length, readers, language, interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summaries of this book, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Entfernen</translation>
    </message>
    <message>
        <source>Forget this earlier summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters and their summaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished">Zusammenfassung</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation type="unfinished">
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message>
        <source>Current: %1</source>
        <extracomment>In the list of a book&apos;s summaries; %1 says when and how it was made.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this chapter again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters have a summary; opens the list of chapters.</extracomment>
        <translation type="unfinished">%1 von %2 Kapiteln</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Anhalten</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation type="unfinished">Zusammenfassen</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation type="unfinished">Anhalten; fertige Kapitel bleiben</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished">Wird gelesen…</translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation type="unfinished">Zu kurz für eine Zusammenfassung</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation type="unfinished">Kein Teil dieses Buches hat mehr als ein paar Zeilen; lesen Sie es lieber.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation type="unfinished">Nichts zu lesen</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation type="unfinished">Noch keine Zusammenfassung</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation type="unfinished">Zusammenfassen liest jedes Kapitel und dann das Buch als Ganzes. Jeder Punkt führt zu der Seite, von der er stammt; was das Buch nicht sagt, ist markiert.</translation>
    </message>
    <message>
        <source>The book</source>
        <translation type="unfinished">Das Buch</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation type="unfinished">
            <numerusform>%n Aussage des Modells wurde im Text nicht gefunden</numerusform>
            <numerusform>%n Aussagen des Modells wurden im Text nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>not found in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation type="unfinished">Sätze aus dem Kapitel selbst</translation>
    </message>
    <message>
        <source>Read again</source>
        <extracomment>A link beside the heading of a chapter: summarise it once more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation type="unfinished">Hier gibt es nichts zusammenzufassen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TermModel</name>
    <message>
        <source>Character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>she</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>he</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished">Übersetzung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished">Stand</translation>
    </message>
    <message>
        <source>She/he</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>&amp;Into</source>
        <translation type="unfinished">&amp;Nach</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation type="unfinished">Zielsprache der Übersetzung</translation>
    </message>
    <message>
        <source>Parts of the translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished">Exportieren</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation type="unfinished">Keines der Modelle, die diese Version kennt, übersetzt zwischen diesen beiden Sprachen.</translation>
    </message>
    <message>
        <source>Models that can:</source>
        <translation type="unfinished">Modelle, die es können:</translation>
    </message>
    <message>
        <source>This model cannot translate this book well.</source>
        <translation type="unfinished">Dieses Modell kann dieses Buch nicht gut übersetzen.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished">Modell wählen…</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation type="unfinished">Trotzdem übersetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished">Weiter</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation type="unfinished">Übersetzen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslationDesk</name>
    <message>
        <source>%1 - glossary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message>
        <source>S&amp;kip this chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;after this chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the book that is translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the rest of this chapter for later and goes on with the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishes this chapter, then pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose no chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished">Kapitel</translation>
    </message>
    <message>
        <source>%1 words a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>How long it still takes: &quot;about 2 hours left (1 h 40 min to 2 h 30 min)&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a book to translate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation type="unfinished">%1 von %2 Absätzen sind übersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation type="unfinished">
            <numerusform>%n davon sollte geprüft werden.</numerusform>
            <numerusform>%n davon sollten geprüft werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It pauses when this chapter is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the chapters, then start. Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can pause at any time and go on later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation type="unfinished">Leg ein Buch hier ab</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation type="unfinished">Longhand liest ganze Bücher: es fasst sie Kapitel für Kapitel zusammen, beantwortet Fragen mit der Seite, auf die sich jeder Satz stützt, und übersetzt sie vom Anfang bis zum Ende. PDF, EPUB, Text, Markdown und HTML. Alles geschieht auf diesem Rechner; kein Byte verlässt ihn.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished">Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation type="unfinished">Willkommensbuch öffnen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Reading: %1 of %2</source>
        <extracomment>A file is being read. %1 and %2 are numbers of pages or parts.</extracomment>
        <translation type="unfinished">Wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished">Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation type="unfinished">
            <numerusform>%1 (und %n weiteres)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished">Seiten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished">, </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop adding this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message>
        <source>Close Longhand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is done so far is kept. After closing, the work goes on when Longhand is next started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working, minimised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Books (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</source>
        <translation>Bücher (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of “%1”. It is kept until you close Longhand, and never stored.</source>
        <translation>Passwort von „%1“. Es wird behalten, bis du Longhand schließt, und nie gespeichert.</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>Übersetzung exportieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>Über Longhand</translation>
    </message>
    <message>
        <source>Longhand %1</source>
        <translation>Longhand %1</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads whole books on your own machine. Nothing is fetched unless you ask for it, and what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message>
        <source>For e-readers. Pictures, notes and design of the book stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For printing: the text set anew, with a contents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For going on in a word processor. Headings make its contents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page for a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For notes and the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished">Text</translation>
    </message>
    <message>
        <source>Words alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A translation memory for other translation programs. What is not translated is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of every paragraph with its translation, state and warnings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message>
        <source>The file “%1” is no longer there. Check where it is and drop it again.</source>
        <translation>Die Datei „%1“ ist nicht mehr da. Sieh nach, wo sie ist, und leg sie noch einmal ab.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that you may read it, then drop it again.</source>
        <translation>Die Datei „%1“ lässt sich nicht öffnen. Prüfe, ob du sie lesen darfst, und leg sie noch einmal ab.</translation>
    </message>
    <message>
        <source>Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop it again.</source>
        <translation>In „%1“ war nichts lesbar: die Datei ist beschädigt. Besorge eine frische Kopie und leg sie noch einmal ab.</translation>
    </message>
    <message>
        <source>Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without copy protection; convert the file to one of these.</source>
        <translation>Longhand kann „%1“ nicht lesen. Es liest PDF, EPUB, Text, Markdown und HTML ohne Kopierschutz; wandle die Datei in eines davon um.</translation>
    </message>
    <message>
        <source>“%1” is protected with a password. Enter the password to read it.</source>
        <translation>„%1“ ist mit einem Passwort geschützt. Gib das Passwort ein, um es zu lesen.</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space to add “%1”. Free some and drop the file again.</source>
        <translation>Speicher oder Plattenplatz reichen nicht, um „%1“ aufzunehmen. Schaffe Platz und leg die Datei noch einmal ab.</translation>
    </message>
    <message>
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data and another folder.</source>
        <translation>Der Ordner der Bibliothek ist nicht beschreibbar. Prüfe die Rechte oder starte Longhand mit --data und einem anderen Ordner.</translation>
    </message>
    <message>
        <source>The library is damaged. The details say where its last backup is; put it in place and start again.</source>
        <translation>Die Bibliothek ist beschädigt. Die Einzelheiten nennen die letzte Sicherung; setze sie ein und starte neu.</translation>
    </message>
    <message>
        <source>The disk of the library is full. Free some space and start again.</source>
        <translation>Die Platte der Bibliothek ist voll. Schaffe Platz und starte neu.</translation>
    </message>
    <message>
        <source>Another program is working on the library. Wait until it has finished, then try again.</source>
        <translation>Ein anderes Programm arbeitet an der Bibliothek. Warte, bis es fertig ist, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>No language model was found. Choose a model file (GGUF) in the menu Assistant, then start again.</source>
        <translation>Es wurde kein Sprachmodell gefunden. Wähle im Menü Assistent eine Modelldatei (GGUF) und beginne noch einmal.</translation>
    </message>
    <message>
        <source>The model file cannot be opened. Check that you may read it, or choose another.</source>
        <translation>Die Modelldatei lässt sich nicht öffnen. Prüfe, ob du sie lesen darfst, oder wähle eine andere.</translation>
    </message>
    <message>
        <source>The model file is damaged or incomplete. Fetch it again, or choose another.</source>
        <translation>Die Modelldatei ist beschädigt oder unvollständig. Besorge sie neu oder wähle eine andere.</translation>
    </message>
    <message>
        <source>This version cannot compute this model. Choose another model file.</source>
        <translation>Diese Version kann dieses Modell nicht rechnen. Wähle eine andere Modelldatei.</translation>
    </message>
    <message>
        <source>The model does not fit into memory. Close other programs or choose a smaller model.</source>
        <translation>Das Modell passt nicht in den Speicher. Schließe andere Programme oder wähle ein kleineres Modell.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>„%1“ lässt sich nicht schreiben. Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written. Free some space and export again.</source>
        <translation>Die Platte ist voll: „%1“ wurde nicht geschrieben. Schaffe Platz und exportiere noch einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this form. Choose a name that ends in .txt, .md, .html or .epub.</source>
        <translation>„%1“ lässt sich in dieser Form nicht schreiben. Wähle einen Namen, der auf .txt, .md, .html oder .epub endet.</translation>
    </message>
    <message>
        <source>Something it needs is no longer there.</source>
        <translation>Etwas, das gebraucht wird, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>A file contradicts its own format.</source>
        <translation>Eine Datei widerspricht ihrem eigenen Format.</translation>
    </message>
    <message>
        <source>This version, or this model, cannot do it.</source>
        <translation>Diese Version oder dieses Modell kann das nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space. Free some and continue; what is finished is kept.</source>
        <translation>Speicher oder Plattenplatz reichen nicht. Schaffe Platz und mach weiter; was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>It was stopped. What is finished is kept.</source>
        <translation>Es wurde angehalten. Was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>The request makes no sense as it stands.</source>
        <translation>Der Auftrag ergibt so keinen Sinn.</translation>
    </message>
    <message>
        <source>A password is missing or wrong.</source>
        <translation>Ein Passwort fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>Another window or command is working on it. Wait until it has finished, or stop it there.</source>
        <translation>Ein anderes Fenster oder ein Befehl arbeitet daran. Warte, bis es fertig ist, oder halte es dort an.</translation>
    </message>
    <message>
        <source>This is a mistake in Longhand. What is finished is kept; try again, and report it with the details if it comes back.</source>
        <translation>Das ist ein Fehler in Longhand. Was fertig ist, bleibt; versuch es noch einmal und melde es mit den Einzelheiten, wenn es wiederkommt.</translation>
    </message>
    <message>
        <source>The library could not be opened.</source>
        <translation>Die Bibliothek ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>„%1“ wurde nicht aufgenommen.</translation>
    </message>
    <message>
        <source>The book could not be opened.</source>
        <translation>Das Buch ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This page cannot be shown; its text can still be read.</source>
        <translation>Diese Seite lässt sich nicht zeigen; ihr Text ist trotzdem lesbar.</translation>
    </message>
    <message>
        <source>The book was not removed.</source>
        <translation>Das Buch wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>Die Aufgabe ließ sich nicht beginnen.</translation>
    </message>
    <message>
        <source>The work stopped.</source>
        <translation>Die Aufgabe wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell ließ sich nicht laden.</translation>
    </message>
    <message>
        <source>“%1” was not written.</source>
        <translation>„%1“ wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>the model repeated itself and was stopped</source>
        <translation>das Modell wiederholte sich und wurde angehalten</translation>
    </message>
    <message>
        <source>the answer reached its length limit</source>
        <translation>die Antwort erreichte ihre Längengrenze</translation>
    </message>
    <message>
        <source>tried more than once</source>
        <translation>mehr als einmal versucht</translation>
    </message>
    <message>
        <source>left in the source language</source>
        <translation>in der Ausgangssprache geblieben</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>wiederholt sich</translation>
    </message>
    <message>
        <source>unusually long or short</source>
        <translation>ungewöhnlich lang oder kurz</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>es kam nichts zurück</translation>
    </message>
    <message>
        <source>emphasis or links may be misplaced</source>
        <translation>Hervorhebungen oder Verweise sitzen vielleicht falsch</translation>
    </message>
    <message>
        <source>numbers differ from the source</source>
        <translation>Zahlen weichen vom Original ab</translation>
    </message>
    <message>
        <source>not all of the text was read</source>
        <translation>nicht der ganze Text wurde gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</source>
        <translation>
            <numerusform>%n Seite ist ein Bild ohne Text. Sie bleibt außen vor; lass die Datei durch eine Texterkennung laufen und leg sie noch einmal ab, um sie aufzunehmen.</numerusform>
            <numerusform>%n Seiten sind Bilder ohne Text. Sie bleiben außen vor; lass die Datei durch eine Texterkennung laufen und leg sie noch einmal ab, um sie aufzunehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are empty.</source>
        <translation>
            <numerusform>%n Seite ist leer.</numerusform>
            <numerusform>%n Seiten sind leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n page(s) cannot be decoded. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>Der Text von %n Seite lässt sich nicht entziffern. Sie bleibt außen vor; eine andere Ausgabe des Buchs hilft vielleicht.</numerusform>
            <numerusform>Der Text von %n Seiten lässt sich nicht entziffern. Sie bleiben außen vor; eine andere Ausgabe des Buchs hilft vielleicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>%n Seite ließ sich nicht lesen. Sie bleibt außen vor; eine andere Ausgabe des Buchs hilft vielleicht.</numerusform>
            <numerusform>%n Seiten ließen sich nicht lesen. Sie bleiben außen vor; eine andere Ausgabe des Buchs hilft vielleicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>longer or shorter than usual</source>
        <translation>länger oder kürzer als üblich</translation>
    </message>
    <message>
        <source>the model refused</source>
        <translation>das Modell hat abgelehnt</translation>
    </message>
    <message>
        <source>the same as the segment beside it</source>
        <translation>gleicht dem benachbarten Abschnitt</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>In dieser Datei ist kein Text zu lesen. Sind ihre Seiten Bilder, lassen Sie eine Texterkennung darüber laufen und ziehen Sie das Ergebnis herein.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Longhand cannot compute “%1”. A GGUF file of the Llama family with Q8_0, Q4_0, Q4_1 or 16-bit weights works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space, or leave the file where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not lie in the data folder. Remove it where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longhand is offline, so “%1” was not downloaded. Allow the network in the preferences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer has the file of “%1”. Look for it on its publisher&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of “%1” is not what it should be, so it was deleted. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of “%1” broke off. What came is kept; continue when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space and download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Download “%1” with a browser and drop the file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this book is not over. Cancel it in the list of jobs (F8), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until you close Longhand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in other punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation marks differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line breaks differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a term of the glossary is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pronouns against the character sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDialogs</name>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy in Longhand&apos;s folder stays when the file is moved or deleted; where the disk can share it, it takes no room. Left where it is, only a link is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave it where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download %1 (%2)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes from %1; that server learns this computer&apos;s address and which file is fetched, and nothing of your books.</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This allows Longhand to use the network for downloads that you ask for. The preferences (Ctrl+,) switch it off again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Allow and download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelWords</name>
    <message>
        <source>%1 GB</source>
        <extracomment>%1 is a number of gigabytes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <extracomment>Size of a model. %1 is a number like 7.2.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <extracomment>Size of a model. %1 is a number like 135.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>%1 is a number. A token is a piece of a word, as a model reads it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bit (exact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>continues text, but holds no conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the memory of this computer is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits with %1</source>
        <extracomment>%1 is like &quot;16 bit (usual)&quot;: how the memory of the text is kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit, whatever the length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6</source>
        <extracomment>Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to compute in, %4 all of them, %5 what is free, %6 says whether it fits.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged: it is the file that its publisher made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged: it is as it was when it came here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the file it should be: it was changed or damaged. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not what it should be: it was changed or damaged. Fetch the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads well, but no checksum of it is known to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no graphics card needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a card of %1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs %1 of memory</source>
        <extracomment>%1 is an amount like &quot;2.2 GB&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is what has come of %2, both like &quot;1.2 GB&quot;.</extracomment>
        <translation type="unfinished">%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>Speed. %1 is like &quot;12 MB&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is like &quot;about 4 min&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the checksum: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded and compared with its checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded; there was no checksum to compare it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its SHA-256 checksum is known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longhand knows no checksum of it, so the file cannot be checked against its publisher; one that the server names is compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::Presets</name>
    <message>
        <source>Quick</source>
        <extracomment>Name of a preset: answers soon, reads short pieces.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>Name of a preset: the usual one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <extracomment>Name of a preset: reads as much at once as the model and the memory allow.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SegmentModel</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished">wartet</translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>After a state, for a paragraph that neither jobs nor replacements touch.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryOptions</name>
    <message>
        <source>Brief</source>
        <translation type="unfinished">Kurz</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished">Mittel</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation type="unfinished">Ausführlich</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Young readers</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest: %1</source>
        <extracomment>%1 is what a person said to be interested in.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longhand::ui::Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>%1 is a number of hours, %2 a number of minutes.</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <extracomment>%1 is a duration such as &quot;4 minutes&quot;.</extracomment>
        <translation>noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of several authors.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
    <message>
        <source>ch. %1, ¶ %2</source>
        <extracomment>A place in a book without pages. %1 is the chapter, %2 the paragraph in it.</extracomment>
        <translation>Kap. %1, ¶ %2</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>Kapitel %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a chapter&apos;s number, %2 its title.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>working</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>finished with warnings</source>
        <translation>fertig mit Warnungen</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>durch ein Problem gestoppt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <extracomment>%1 of %2 paragraphs of a book are translated.</extracomment>
        <translation>%1 von %2 Absätzen</translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters of a book are summarised.</extracomment>
        <translation>%1 von %2 Kapiteln</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole book was read for this answer</source>
        <translation>Für diese Antwort wurde das ganze Buch gelesen</translation>
    </message>
    <message>
        <source>The closest passages were read</source>
        <translation>Die nächstliegenden Stellen wurden gelesen</translation>
    </message>
    <message>
        <source>Every chapter was read in turn</source>
        <translation>Jedes Kapitel wurde der Reihe nach gelesen</translation>
    </message>
    <message>
        <source>Answered from the book&apos;s own facts, without the model.</source>
        <translation>Aus den Angaben zum Buch selbst beantwortet, ohne das Modell.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 tokens).</source>
        <extracomment>%1 says what was read, %2 and %3 are numbers of tokens.</extracomment>
        <translation>%1 (%2 von %3 Token).</translation>
    </message>
    <message numerus="yes">
        <source>Read %1 % of %2 words in %n chapter(s).</source>
        <translation>
            <numerusform>%1 % von %2 Wörtern in %n Kapitel gelesen.</numerusform>
            <numerusform>%1 % von %2 Wörtern in %n Kapiteln gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) were not read completely.</source>
        <translation>
            <numerusform>%n Kapitel wurde nicht vollständig gelesen.</numerusform>
            <numerusform>%n Kapitel wurden nicht vollständig gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Nichts wurde ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>finished with %n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Reads whole books on your own machine.</source>
        <translation>Liest ganze Bücher auf deinem eigenen Rechner.</translation>
    </message>
    <message>
        <source>Folder of the library.</source>
        <translation>Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>GGUF file, Hugging Face folder or installed name.</source>
        <translation>GGUF-Datei, Hugging-Face-Ordner oder Name eines installierten Modells.</translation>
    </message>
    <message>
        <source>Books to add to the library.</source>
        <translation>Bücher, die in die Bibliothek sollen.</translation>
    </message>
</context>
</TS>
