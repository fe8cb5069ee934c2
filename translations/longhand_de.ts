<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>longhand::ui::AskPane</name>
    <message>
        <source>Follow-up</source>
        <translation>Anschlussfrage</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>Das Buch befragen…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>Ihre Frage an das Buch</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>Die Frage bezieht sich auf die Antworten darüber</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Remove this conversation</source>
        <translation>Dieses Gespräch entfernen</translation>
    </message>
    <message>
        <source>Do not ask about this passage</source>
        <translation>Nicht nach dieser Stelle fragen</translation>
    </message>
    <message>
        <source>What happens in “%1”?</source>
        <extracomment>A question to a book; %1 is the title of a chapter.</extracomment>
        <translation>Was geschieht in „%1“?</translation>
    </message>
    <message>
        <source>How many chapters does the book have?</source>
        <translation>Wie viele Kapitel hat das Buch?</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>Kein Text zum Befragen</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>Diese Datei enthält keinen Text; ein Scan muss zuerst durch eine Texterkennung.</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>Das Buch befragen</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>Die Antworten stammen allein aus diesem Buch. Jeder Satz führt zu der Seite, auf die er sich stützt, und wenn das Buch nichts dazu sagt, dann steht genau das als Antwort da.</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation>Für den Anfang:</translation>
    </message>
    <message>
        <source>No question or answer has these words.</source>
        <translation>Keine Frage oder Antwort enthält diese Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation>
            <numerusform>%n frühere Frage zeigen</numerusform>
            <numerusform>%n frühere Fragen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>Dazu steht nichts im Buch.</translation>
    </message>
    <message>
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>Im Buch wurde keine Antwort gefunden. Diese Stellen kommen ihr am nächsten.</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>Nächstliegende Stelle:</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>In front of a quotation that a question is about.</extracomment>
        <translation>Zu:</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>nicht aus dem Text</translation>
    </message>
    <message>
        <source>Weak evidence: most of this answer was not found in the book.</source>
        <translation>Schwach belegt: Das meiste an dieser Antwort wurde im Buch nicht gefunden.</translation>
    </message>
    <message>
        <source>The questions before it were in view.</source>
        <translation>Die Fragen davor wurden berücksichtigt.</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Weiterfragen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>About “%1” (%2)</source>
        <extracomment>Above the line for a question: the passage it will be about, and its page.</extracomment>
        <translation>Zu „%1“ (%2)</translation>
    </message>
    <message>
        <source>Ask about this passage…</source>
        <translation>Zu dieser Stelle fragen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation>
            <numerusform>%n Frage entfernt.</numerusform>
            <numerusform>%n Fragen entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What does this passage mean?</source>
        <extracomment>A question to the model about a passage that somebody selected.</extracomment>
        <translation>Was bedeutet diese Stelle?</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BackgroundDesk</name>
    <message>
        <source>A book is being worked on</source>
        <extracomment>Shown by the desktop as the reason why the computer does not go to sleep.</extracomment>
        <translation>Ein Buch wird bearbeitet</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 says how a piece of work ended, %2 is a duration: &quot;about 4 min&quot;.</extracomment>
        <translation>%1, nach %2</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button of a notice: opens the book in the window.</extracomment>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tarten</translation>
    </message>
    <message>
        <source>Translate several books</source>
        <translation>Mehrere Bücher übersetzen</translation>
    </message>
    <message>
        <source>Books to translate</source>
        <translation>Zu übersetzende Bücher</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Zielsprache</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Tick the books to translate.</source>
        <translation>Haken Sie die zu übersetzenden Bücher an.</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>Wird geschätzt…</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation>
            <numerusform>%n Buch.</numerusform>
            <numerusform>%n Bücher, eines nach dem anderen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Together about %1.</source>
        <translation>Zusammen etwa %1.</translation>
    </message>
    <message>
        <source>How long it takes is known once the first one runs.</source>
        <translation>Wie lange es dauert, zeigt sich, sobald das erste Buch läuft.</translation>
    </message>
    <message>
        <source>%1 of %2 books are through.</source>
        <translation>%1 von %2 Büchern sind fertig.</translation>
    </message>
    <message>
        <source>All of them: about %1 left.</source>
        <translation>Alle zusammen: noch etwa %1.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation>
            <numerusform>%n Absatz steht in der Ausgangssprache</numerusform>
            <numerusform>%n Absätze stehen in der Ausgangssprache</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - Fragen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation>Seite zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Reading: %1 of %2</source>
        <extracomment>A file is being read. %1 and %2 are numbers of pages or parts.</extracomment>
        <translation>Wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1 (und %n weiteres)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>&amp;Kapitel…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>&amp;Speicherplatz…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation>
            <numerusform>%n Buch überse&amp;tzen…</numerusform>
            <numerusform>%n Bücher überse&amp;tzen…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>Überse&amp;tzen…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation>
            <numerusform>%n Buch &amp;entfernen</numerusform>
            <numerusform>%n Bücher &amp;entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>&amp;Passwort eingeben…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Stop adding this file</source>
        <translation>Hinzufügen a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Ausb&amp;lenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CatalogueView</name>
    <message>
        <source>No known model matches. Choose another purpose, or show also what does not fit this computer.</source>
        <translation>Kein bekanntes Modell passt. Wählen Sie einen anderen Zweck, oder lassen Sie auch zeigen, was für diesen Computer zu groß ist.</translation>
    </message>
    <message>
        <source>Models one could get</source>
        <translation>Erhältliche Modelle</translation>
    </message>
    <message>
        <source>What the model is for</source>
        <translation>Wofür das Modell ist</translation>
    </message>
    <message>
        <source>For anything</source>
        <translation>Für alles</translation>
    </message>
    <message>
        <source>For summaries and questions</source>
        <translation>Für Zusammenfassungen und Fragen</translation>
    </message>
    <message>
        <source>For translation</source>
        <translation>Für Übersetzungen</translation>
    </message>
    <message>
        <source>&amp;Only what fits this computer (%1)</source>
        <extracomment>%1 is the memory of this computer, like &quot;16.0 GB&quot;.</extracomment>
        <translation>&amp;Nur was auf diesen Computer passt (%1)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Publisher&apos;s pa&amp;ge</source>
        <translation>Se&amp;ite des Anbieters</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Fetch a model with your browser and drop the file on this window.</source>
        <translation>Dieses Longhand ist ohne Netzwerkcode gebaut. Laden Sie ein Modell mit dem Browser herunter, und ziehen Sie die Datei in dieses Fenster.</translation>
    </message>
    <message>
        <source>Longhand is offline and fetches nothing. To download a model here, allow it; you are asked again before each download.</source>
        <translation>Longhand ist offline und lädt nichts herunter. Um Modelle von hier aus zu laden, erlauben Sie es; vor jedem Download wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>&amp;Allow downloads</source>
        <translation>Downloads &amp;erlauben</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>Zusammenfassungen, Fragen</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>Übersetzung in %n Sprache</numerusform>
            <numerusform>Übersetzung in %n Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed · %1</source>
        <extracomment>Of a model in a list; %1 is what it is for.</extracomment>
        <translation>Installiert · %1</translation>
    </message>
    <message>
        <source>No file of this model is known for certain to work here. Its publisher&apos;s page leads to files; one with %1 weights in the GGUF format is what to look for.</source>
        <translation>Von keiner Datei dieses Modells ist sicher bekannt, dass sie hier läuft. Die Seite des Anbieters führt zu Dateien; suchen Sie eine im GGUF-Format mit %1-Gewichten.</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is an address, %2 the people who converted the file.</extracomment>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>From %1 (converted by %2)</source>
        <translation>Von %1 (umgewandelt von %2)</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>Übersetzt zwischen: %1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation>Erneut &amp;versuchen…</translation>
    </message>
    <message>
        <source>&amp;Download (%1)…</source>
        <translation>Herunter&amp;laden (%1)…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CellDelegate</name>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message>
        <source>Chapters of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>Kapitel von „%1“</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>&amp;Join with the one before</source>
        <translation>Mit dem &amp;vorigen verbinden</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>Text des Kapitels</translation>
    </message>
    <message>
        <source>A chapter &amp;begins here</source>
        <translation>Hier &amp;beginnt ein Kapitel</translation>
    </message>
    <message>
        <source>&amp;Headings look like</source>
        <translation>Form der Übe&amp;rschriften</translation>
    </message>
    <message>
        <source>Pattern of the headings</source>
        <translation>Muster der Überschriften</translation>
    </message>
    <message>
        <source># is a number in figures, Roman numerals or words; * is any text</source>
        <translation># ist eine Zahl in Ziffern, römischen Zahlen oder Worten; * ist beliebiger Text</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source># is a number, * any text</source>
        <translation># ist eine Zahl, * beliebiger Text</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>Diese über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;As they were</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>No paragraph looks like “%1”.</source>
        <translation>Kein Absatz hat die Form „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) found</source>
        <translation>
            <numerusform>%n Kapitel gefunden</numerusform>
            <numerusform>%n Kapitel gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterList</name>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Words (about)</source>
        <translation>Wörter (etwa)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Übersetzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message>
        <source>Close Longhand?</source>
        <translation>Longhand schließen?</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation>
            <numerusform>%n Aufgabe ist noch nicht abgeschlossen.</numerusform>
            <numerusform>%n Aufgaben sind noch nicht abgeschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done so far is kept. After closing, the work goes on when Longhand is next started.</source>
        <translation>Was bisher fertig ist, bleibt erhalten. Nach dem Schließen geht die Arbeit weiter, sobald Longhand das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation>Schließen, nächstes Mal fortsetzen</translation>
    </message>
    <message>
        <source>Keep working, minimised</source>
        <translation>Minimiert weiterarbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ContentsPane</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with the sources as numbered notes</source>
        <translation>Mit den Quellen als nummerierten Anmerkungen kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;formatted text</source>
        <translation>Als &amp;formatierten Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;plain text</source>
        <translation>Als &amp;reinen Text kopieren</translation>
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
        <translation>Passwort von „%1“. Longhand behält es, bis Sie das Programm schließen, und speichert es nie.</translation>
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
        <translation>Funktion</translation>
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
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Title of the book</source>
        <translation>Titel des Buchs</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>Glossar exportieren</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>Glossar importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Reads whole books on your own machine. Nothing is fetched unless you ask for it, and what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Liest ganze Bücher auf Ihrem eigenen Rechner. Nichts wird heruntergeladen, wenn Sie es nicht verlangen, und was Sie lesen und fragen, bleibt hier.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DiskDialog</name>
    <message>
        <source>Disk space of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>Speicherplatz von „%1“</translation>
    </message>
    <message>
        <source>Parts of the book</source>
        <translation>Bestandteile des Buchs</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Free &amp;earlier versions</source>
        <extracomment>Button: removes earlier versions of translated paragraphs from the disk.</extracomment>
        <translation>&amp;Frühere Versionen löschen</translation>
    </message>
    <message>
        <source>Free what was &amp;read</source>
        <extracomment>Button: removes what the model has read of a book and kept on the disk.</extracomment>
        <translation>&amp;Gelesenes löschen</translation>
    </message>
    <message>
        <source>What the model has read of it</source>
        <translation>Was das Modell davon gelesen hat</translation>
    </message>
    <message>
        <source>%1 can be freed: what the model has read of the book, kept so that it answers sooner. The next question reads the book again.</source>
        <translation>%1 können freigegeben werden: was das Modell von dem Buch gelesen hat, aufbewahrt, damit es schneller antwortet. Bei der nächsten Frage wird das Buch neu gelesen.</translation>
    </message>
    <message>
        <source>The file itself (our copy)</source>
        <translation>Die Datei selbst (unsere Kopie)</translation>
    </message>
    <message>
        <source>Text and search index</source>
        <translation>Text und Suchindex</translation>
    </message>
    <message>
        <source>Where each letter stands on its page</source>
        <translation>Lage der Zeichen auf den Seiten</translation>
    </message>
    <message>
        <source>Summaries, answers, translations</source>
        <translation>Zusammenfassungen, Antworten, Übersetzungen</translation>
    </message>
    <message>
        <source>Earlier versions of translated paragraphs</source>
        <translation>Frühere Versionen übersetzter Absätze</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>%1 can be freed: earlier versions of translated paragraphs. The text, the summaries and the translation stay.</source>
        <translation>%1 lassen sich freigeben: frühere Versionen übersetzter Absätze. Text, Zusammenfassungen und Übersetzung bleiben erhalten.</translation>
    </message>
    <message>
        <source>Nothing here can be freed without losing something.</source>
        <translation>Hier lässt sich nichts freigeben, ohne etwas zu verlieren.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>Loslassen, um %n Datei zur Bibliothek hinzuzufügen</numerusform>
            <numerusform>Loslassen, um %n Dateien zur Bibliothek hinzuzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Translation alone</source>
        <translation>Nur Übersetzung</translation>
    </message>
    <message>
        <source>Source, then translation</source>
        <translation>Original, dann Übersetzung</translation>
    </message>
    <message>
        <source>Translation, then source</source>
        <translation>Übersetzung, dann Original</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Nothing is translated yet.</source>
        <translation>Noch ist nichts übersetzt.</translation>
    </message>
    <message>
        <source>Every paragraph is translated.</source>
        <translation>Alle Absätze sind übersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation>
            <numerusform>%n Absatz ist noch nicht übersetzt. Er steht gekennzeichnet in der Ausgangssprache.</numerusform>
            <numerusform>%n Absätze sind noch nicht übersetzt. Sie stehen gekennzeichnet in der Ausgangssprache.</numerusform>
        </translation>
    </message>
    <message>
        <source>For e-readers. Pictures, notes and design of the book stay.</source>
        <translation>Für E-Reader. Bilder, Anmerkungen und Gestaltung des Buchs bleiben erhalten.</translation>
    </message>
    <message>
        <source>For printing: the text set anew, with a contents.</source>
        <translation>Zum Drucken: der Text neu gesetzt, mit Inhaltsverzeichnis.</translation>
    </message>
    <message>
        <source>For going on in a word processor. Headings make its contents.</source>
        <translation>Zum Weiterarbeiten in einer Textverarbeitung. Aus den Überschriften entsteht das Inhaltsverzeichnis.</translation>
    </message>
    <message>
        <source>One page for a browser.</source>
        <translation>Eine einzige Seite für den Browser.</translation>
    </message>
    <message>
        <source>For notes and the web.</source>
        <translation>Für Notizen und das Web.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Words alone.</source>
        <translation>Nur die Wörter.</translation>
    </message>
    <message>
        <source>A translation memory for other translation programs. What is not translated is left out.</source>
        <translation>Ein Übersetzungsspeicher für andere Übersetzungsprogramme. Nicht Übersetztes fehlt darin.</translation>
    </message>
    <message>
        <source>A table of every paragraph with its translation, state and warnings.</source>
        <translation>Eine Tabelle aller Absätze mit Übersetzung, Status und Warnungen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message>
        <source>The file “%1” is no longer there. Check where it is and drop it again.</source>
        <translation>Die Datei „%1“ ist nicht mehr da. Sehen Sie nach, wo sie ist, und ziehen Sie sie noch einmal herein.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that you may read it, then drop it again.</source>
        <translation>Die Datei „%1“ lässt sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen, und ziehen Sie sie noch einmal herein.</translation>
    </message>
    <message>
        <source>Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop it again.</source>
        <translation>In „%1“ war nichts lesbar: Die Datei ist beschädigt. Besorgen Sie eine neue Kopie, und ziehen Sie sie noch einmal herein.</translation>
    </message>
    <message>
        <source>Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without copy protection; convert the file to one of these.</source>
        <translation>Longhand kann „%1“ nicht lesen. Es liest PDF, EPUB, Text, Markdown und HTML ohne Kopierschutz; wandeln Sie die Datei in eines dieser Formate um.</translation>
    </message>
    <message>
        <source>“%1” is protected with a password. Enter the password to read it.</source>
        <translation>„%1“ ist mit einem Passwort geschützt. Geben Sie das Passwort ein, um die Datei zu lesen.</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space to add “%1”. Free some and drop the file again.</source>
        <translation>Arbeitsspeicher oder Speicherplatz reichen nicht, um „%1“ hinzuzufügen. Schaffen Sie Platz, und ziehen Sie die Datei noch einmal herein.</translation>
    </message>
    <message>
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data-dir and another folder.</source>
        <translation>In den Ordner der Bibliothek kann nicht geschrieben werden. Prüfen Sie die Rechte, oder starten Sie Longhand mit --data-dir und einem anderen Ordner.</translation>
    </message>
    <message>
        <source>The library is damaged. The details say where its last backup is; put it in place and start again.</source>
        <translation>Die Bibliothek ist beschädigt. Die Details nennen ihre letzte Sicherung; setzen Sie diese ein, und starten Sie neu.</translation>
    </message>
    <message>
        <source>The disk of the library is full. Free some space and start again.</source>
        <translation>Der Datenträger der Bibliothek ist voll. Schaffen Sie Platz, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Another program is working on the library. Wait until it has finished, then try again.</source>
        <translation>Ein anderes Programm arbeitet an der Bibliothek. Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>No language model was found. Choose a model file (GGUF) in the menu Assistant, then start again.</source>
        <translation>Es wurde kein Sprachmodell gefunden. Wählen Sie im Menü „Assistent“ eine Modelldatei (GGUF), und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The model file cannot be opened. Check that you may read it, or choose another.</source>
        <translation>Die Modelldatei lässt sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The model file is damaged or incomplete. Fetch it again, or choose another.</source>
        <translation>Die Modelldatei ist beschädigt oder unvollständig. Besorgen Sie sie neu, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This version cannot compute this model. Choose another model file.</source>
        <translation>Diese Version kann dieses Modell nicht rechnen. Wählen Sie eine andere Modelldatei.</translation>
    </message>
    <message>
        <source>The model does not fit into memory. Close other programs or choose a smaller model.</source>
        <translation>Das Modell passt nicht in den Speicher. Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>„%1“ lässt sich nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written. Free some space and export again.</source>
        <translation>Der Datenträger ist voll: „%1“ wurde nicht geschrieben. Schaffen Sie Platz, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this form. Choose a name that ends in .txt, .md, .html or .epub.</source>
        <translation>„%1“ lässt sich in dieser Form nicht schreiben. Wählen Sie einen Namen, der auf .txt, .md, .html oder .epub endet.</translation>
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
        <translation>Arbeitsspeicher oder Speicherplatz reichen nicht. Schaffen Sie Platz, und setzen Sie fort; was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It was stopped. What is finished is kept.</source>
        <translation>Die Arbeit wurde angehalten. Was fertig ist, bleibt erhalten.</translation>
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
        <translation>Ein anderes Fenster oder ein Befehl arbeitet daran. Warten Sie, bis es fertig ist, oder halten Sie es dort an.</translation>
    </message>
    <message>
        <source>This is a mistake in Longhand. What is finished is kept; try again, and report it with the details if it comes back.</source>
        <translation>Das ist ein Fehler in Longhand. Was fertig ist, bleibt erhalten; versuchen Sie es noch einmal, und melden Sie den Fehler mit den Details, wenn er wieder auftritt.</translation>
    </message>
    <message>
        <source>The library could not be opened.</source>
        <translation>Die Bibliothek ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>„%1“ wurde nicht hinzugefügt.</translation>
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
        <translation>Die Arbeit ließ sich nicht beginnen.</translation>
    </message>
    <message>
        <source>The work stopped.</source>
        <translation>Die Arbeit wurde unterbrochen.</translation>
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
        <translation>Hervorhebungen oder Links sind vielleicht verrutscht</translation>
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
            <numerusform>%n Seite ist ein Bild ohne Text. Sie bleibt außen vor; um sie aufzunehmen, lassen Sie eine Texterkennung über die Datei laufen, und ziehen Sie sie noch einmal herein.</numerusform>
            <numerusform>%n Seiten sind Bilder ohne Text. Sie bleiben außen vor; um sie aufzunehmen, lassen Sie eine Texterkennung über die Datei laufen, und ziehen Sie sie noch einmal herein.</numerusform>
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
            <numerusform>Der Text von %n Seite lässt sich nicht entziffern. Sie bleibt außen vor; eine andere Kopie des Buchs hilft vielleicht.</numerusform>
            <numerusform>Der Text von %n Seiten lässt sich nicht entziffern. Sie bleiben außen vor; eine andere Kopie des Buchs hilft vielleicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>%n Seite ließ sich nicht lesen. Sie bleibt außen vor; eine andere Kopie des Buchs hilft vielleicht.</numerusform>
            <numerusform>%n Seiten ließen sich nicht lesen. Sie bleiben außen vor; eine andere Kopie des Buchs hilft vielleicht.</numerusform>
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
        <translation>gleicht dem Absatz daneben</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>In dieser Datei ist kein Text zu lesen. Sind ihre Seiten Bilder, lassen Sie eine Texterkennung darüber laufen, und ziehen Sie das Ergebnis herein.</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>„%1“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once more.</source>
        <translation>„%1“ ist kein Modell oder ist beschädigt oder abgeschnitten. Besorgen Sie es neu, und ziehen Sie es noch einmal herein.</translation>
    </message>
    <message>
        <source>This version of Longhand cannot compute “%1”. A GGUF file of the Llama family with Q8_0, Q4_0, Q4_1 or 16-bit weights works.</source>
        <translation>Diese Version von Longhand kann „%1“ nicht rechnen. Eine GGUF-Datei der Llama-Familie mit Q8_0-, Q4_0-, Q4_1- oder 16-Bit-Gewichten läuft.</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space, or leave the file where it is.</source>
        <translation>Auf dem Datenträger ist kein Platz für „%1“. Schaffen Sie Platz, oder lassen Sie die Datei, wo sie ist.</translation>
    </message>
    <message>
        <source>“%1” does not lie in the data folder. Remove it where it is.</source>
        <translation>„%1“ liegt nicht im Datenordner. Entfernen Sie es dort, wo es liegt.</translation>
    </message>
    <message>
        <source>Longhand is offline, so “%1” was not downloaded. Allow the network in the preferences first.</source>
        <translation>Longhand ist offline, daher wurde „%1“ nicht heruntergeladen. Erlauben Sie zuerst das Netz in den Einstellungen.</translation>
    </message>
    <message>
        <source>The server no longer has the file of “%1”. Look for it on its publisher&apos;s page.</source>
        <translation>Der Server hat die Datei von „%1“ nicht mehr. Suchen Sie auf der Seite des Anbieters danach.</translation>
    </message>
    <message>
        <source>What came of “%1” is not what it should be, so it was deleted. Download it again.</source>
        <translation>Was von „%1“ ankam, ist nicht, was es sein soll, und wurde gelöscht. Laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>The download of “%1” broke off. What came is kept; continue when the connection is back.</source>
        <translation>Der Download von „%1“ brach ab. Was ankam, bleibt erhalten; setzen Sie fort, wenn die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space and download it again.</source>
        <translation>Auf dem Datenträger ist kein Platz für „%1“. Schaffen Sie Platz, und laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Download “%1” with a browser and drop the file here.</source>
        <translation>Dieses Longhand ist ohne Netzwerkcode gebaut. Laden Sie „%1“ mit einem Browser herunter, und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>Work on this book is not over. Cancel it in the list of jobs (F8), then try again.</source>
        <translation>Die Arbeit an diesem Buch ist nicht abgeschlossen. Brechen Sie sie in der Liste der Aufgaben (F8) ab, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The book was not changed.</source>
        <translation>Das Buch wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until you close Longhand.</source>
        <translation>Die Einstellungen ließen sich nicht speichern. Sie gelten, bis Sie Longhand schließen.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>„%1“ ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>“%1” was not removed.</source>
        <translation>„%1“ wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>“%1” could not be checked.</source>
        <translation>„%1“ ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation>„%1“ wurde nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>ends in other punctuation</source>
        <translation>endet mit anderem Satzzeichen</translation>
    </message>
    <message>
        <source>quotation marks differ</source>
        <translation>Anführungszeichen weichen ab</translation>
    </message>
    <message>
        <source>brackets differ</source>
        <translation>Klammern weichen ab</translation>
    </message>
    <message>
        <source>line breaks differ</source>
        <translation>Zeilenumbrüche weichen ab</translation>
    </message>
    <message>
        <source>a term of the glossary is missing</source>
        <translation>ein Begriff des Glossars fehlt</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>in einer anderen Sprache</translation>
    </message>
    <message>
        <source>pronouns against the character sheet</source>
        <translation>Pronomen widersprechen der Figurenliste</translation>
    </message>
    <message>
        <source>The address or the key cannot be used. An address begins with http:// or https://; a key is sent only over https or to this computer.</source>
        <translation>Die Adresse oder der Schlüssel ist nicht verwendbar. Eine Adresse beginnt mit http:// oder https://; ein Schlüssel wird nur über https oder an diesen Computer gesendet.</translation>
    </message>
    <message>
        <source>No server of language models answers at this address. Check the address, and that the server is running.</source>
        <translation>Unter dieser Adresse antwortet kein Server mit Sprachmodellen. Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The server does not have this model. Leave the field empty to use the first that it has.</source>
        <translation>Der Server hat dieses Modell nicht. Lassen Sie das Feld leer, um sein erstes zu verwenden.</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code, so it cannot use a server.</source>
        <translation>Dieser Build von Longhand enthält keinen Netzwerkcode und kann deshalb keinen Server verwenden.</translation>
    </message>
    <message>
        <source>the book is not studied</source>
        <translation>das Buch wird nicht eingelernt</translation>
    </message>
    <message>
        <source>the form of answers is checked, not enforced</source>
        <translation>die Form der Antworten wird geprüft, nicht erzwungen</translation>
    </message>
    <message>
        <source>what was read is not kept for the next question</source>
        <translation>Gelesenes wird nicht für die nächste Frage behalten</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>Der Server konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>the model could not be asked about all of it</source>
        <translation>das Modell konnte nicht zu allem befragt werden</translation>
    </message>
    <message>
        <source>With the model %1 on a server: %2.</source>
        <extracomment>%1 is a model on a server, %2 what it goes without, such as &quot;the book is not studied; ...&quot;.</extracomment>
        <translation>Mit dem Modell %1 auf einem Server: %2.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>The server has not answered for a long time, so the work stopped. What is finished is kept; continue when the server is back.</source>
        <translation>Der Server hat lange nicht geantwortet, deshalb wurde die Arbeit angehalten. Fertiges bleibt erhalten; setzen Sie fort, wenn der Server wieder da ist.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Find in this book</source>
        <translation>In diesem Buch suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not in this book</source>
        <translation>Nicht in diesem Buch</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Fundstelle</numerusform>
            <numerusform>%n Fundstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the places found is shown, and how many there are.</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindingsDesk</name>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Als Markdown kopiert.</translation>
    </message>
    <message>
        <source>Copied as plain text.</source>
        <translation>Als reiner Text kopiert.</translation>
    </message>
    <message>
        <source>Copied with its sources.</source>
        <translation>Mit den Quellen kopiert.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation>Text des Kapitels</translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message>
        <source>&amp;Find names in the book</source>
        <translation>&amp;Namen im Buch suchen</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>Bes&amp;tätigen</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>From a CSV table; terms of the same name are replaced</source>
        <translation>Aus einer CSV-Tabelle; gleichnamige Begriffe werden ersetzt</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>Neuer Begriff</translation>
    </message>
    <message>
        <source>Its translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Glossary and characters</source>
        <translation>Glossar und Figuren</translation>
    </message>
    <message>
        <source>Reading the whole book for names…</source>
        <translation>Das ganze Buch wird nach Namen durchsucht…</translation>
    </message>
    <message>
        <source>Reading the whole book for names: %1 %</source>
        <translation>Das ganze Buch wird nach Namen durchsucht: %1 %</translation>
    </message>
    <message>
        <source>Names and words that should always be translated the same way. Longhand looks for them in the whole book; you confirm and give the translation. Confirmed ones are used from the next paragraph on, and checked in every one.</source>
        <translation>Namen und Wörter, die immer gleich übersetzt werden sollen. Longhand sucht sie im ganzen Buch; Sie bestätigen sie und geben die Übersetzung an. Bestätigte gelten ab dem nächsten Absatz und werden in jedem Absatz geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation>
            <numerusform>%n bestätigt und in Gebrauch.</numerusform>
            <numerusform>%n bestätigt und in Gebrauch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation>
            <numerusform>%n noch zu entscheiden.</numerusform>
            <numerusform>%n noch zu entscheiden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::InstalledView</name>
    <message>
        <source>No model is here yet. Drop a GGUF file or a Hugging Face folder on the window, or look under “Get a model”.</source>
        <translation>Noch ist kein Modell da. Ziehen Sie eine GGUF-Datei oder einen Hugging-Face-Ordner ins Fenster, oder sehen Sie unter „Modelle holen“ nach.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>Zusammenfassungen</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>In use for %1</source>
        <extracomment>%1 lists what a model is used for: &quot;summaries, questions&quot;.</extracomment>
        <translation>In Gebrauch für %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobDesk</name>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt der laufenden Aufgabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
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
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 names a piece of work, %2 says how far it is.</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobsPane</name>
    <message>
        <source>Nothing to do. Summaries, questions and translations of all books appear here while they are worked on, and stay until you remove them.</source>
        <translation>Nichts zu tun. Zusammenfassungen, Fragen und Übersetzungen aller Bücher erscheinen hier, solange daran gearbeitet wird, und bleiben, bis Sie sie entfernen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove all finished</source>
        <translation>Alle fertigen entfernen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Stops and frees the model&apos;s memory; nothing finished is lost</source>
        <translation>Hält an und gibt den Speicher des Modells frei; Fertiges geht nicht verloren</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message>
        <source>Search titles and texts</source>
        <translation>Titel und Texte durchsuchen</translation>
    </message>
    <message>
        <source>Order of the books</source>
        <translation>Reihenfolge der Bücher</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>Nach Autor</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Add books</source>
        <translation>Bücher hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Dateien…</translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation>Kein Titel passt.</translation>
    </message>
    <message>
        <source>Places in the texts</source>
        <translation>Fundstellen in den Texten</translation>
    </message>
    <message>
        <source>Nothing in the texts.</source>
        <translation>Nichts in den Texten gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation>
            <numerusform>%n Fundstelle in den Texten, %1</numerusform>
            <numerusform>%n Fundstellen in den Texten, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation>
            <numerusform>in %n Buch</numerusform>
            <numerusform>in %n Büchern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation>
            <numerusform>%n Buch, %1 auf dem Datenträger</numerusform>
            <numerusform>%n Bücher, %1 auf dem Datenträger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPane</name>
    <message>
        <source>Find a book</source>
        <translation>Buch suchen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalAssistant</name>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalTranslations</name>
    <message>
        <source>The model could not translate this passage.</source>
        <translation>Das Modell konnte diese Stelle nicht übersetzen.</translation>
    </message>
    <message>
        <source>The translation of this passage was stopped.</source>
        <translation>Die Übersetzung dieser Stelle wurde angehalten.</translation>
    </message>
    <message>
        <source>This passage is too long to be translated at once. Select less, or translate the chapter.</source>
        <translation>Diese Stelle ist zu lang, um sie auf einmal zu übersetzen. Wählen Sie weniger aus, oder lassen Sie das Kapitel übersetzen.</translation>
    </message>
    <message>
        <source>Every attempt failed the checks. The translation stays as it was.</source>
        <translation>Kein Versuch hat die Prüfungen bestanden. Die Übersetzung bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>&amp;Assistant</source>
        <translation>A&amp;ssistent</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation>&amp;Zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation>&amp;Frage stellen</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>Übers&amp;etzen</translation>
    </message>
    <message>
        <source>Translate several &amp;books…</source>
        <translation>Mehrere &amp;Bücher übersetzen…</translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation>Laufende Aufgabe &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Welcome book</source>
        <translation>&amp;Probebuch</translation>
    </message>
    <message>
        <source>&amp;About Longhand</source>
        <translation>Ü&amp;ber Longhand</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;Buch</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Export the &amp;summary…</source>
        <translation>&amp;Zusammenfassung exportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;questions…</source>
        <translation>&amp;Fragen exportieren…</translation>
    </message>
    <message>
        <source>Export the &amp;translation…</source>
        <translation>Überse&amp;tzung exportieren…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>&amp;Kapitel…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>S&amp;peicherplatz…</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>Aus der Bibliothek &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation>&amp;Seiten oder Text</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>An Breite an&amp;passen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Find in this book…</source>
        <translation>In diesem Buch &amp;suchen…</translation>
    </message>
    <message>
        <source>Go to a &amp;page or chapter…</source>
        <translation>Seite oder Ka&amp;pitel…</translation>
    </message>
    <message>
        <source>Search in &amp;all books…</source>
        <translation>In &amp;allen Büchern suchen…</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Fensterbereich</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>&amp;Voriger Fensterbereich</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>&amp;Übersetzung</translation>
    </message>
    <message>
        <source>Longhand</source>
        <extracomment>Title of the window. %1 is the title of the open book.</extracomment>
        <translation>Longhand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation>
            <numerusform>%n Aufgabe wird dort fortgesetzt, wo Longhand geschlossen wurde.</numerusform>
            <numerusform>%n Aufgaben werden dort fortgesetzt, wo Longhand geschlossen wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>%n Aufgabe ist nicht abgeschlossen. Was bisher fertig ist, bleibt erhalten.</numerusform>
            <numerusform>%n Aufgaben sind nicht abgeschlossen. Was bisher fertig ist, bleibt erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 – Longhand</translation>
    </message>
    <message>
        <source>Ask about the s&amp;election…</source>
        <translation>Zur Markierung fra&amp;gen…</translation>
    </message>
    <message>
        <source>E&amp;xplain the selection</source>
        <translation>Markierung er&amp;klären</translation>
    </message>
    <message>
        <source>T&amp;ranslate the selection</source>
        <translation>Ma&amp;rkierung übersetzen</translation>
    </message>
    <message>
        <source>&amp;Books and contents at the side</source>
        <translation>&amp;Bücher und Inhalt an der Seite</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDetails</name>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Tokens read at once</source>
        <translation>Auf einmal gelesene Token</translation>
    </message>
    <message>
        <source>How the text read is kept</source>
        <translation>Wie gelesener Text behalten wird</translation>
    </message>
    <message>
        <source>&amp;Read at once:</source>
        <translation>Auf einmal &amp;lesen:</translation>
    </message>
    <message>
        <source>&amp;Kept in:</source>
        <translation>B&amp;ehalten in:</translation>
    </message>
    <message>
        <source>Use it for</source>
        <translation>Verwenden für</translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation>Zusa&amp;mmenfassungen</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>F&amp;ragen</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>Überse&amp;tzung</translation>
    </message>
    <message>
        <source>Preset for: %1</source>
        <translation>Profil für: %1</translation>
    </message>
    <message>
        <source>&amp;Check the file</source>
        <translation>Datei &amp;prüfen</translation>
    </message>
    <message>
        <source>Reads all of it and compares its checksum</source>
        <translation>Liest die ganze Datei und vergleicht ihre Prüfsumme</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>E&amp;ntfernen</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <source>Family %1, vocabulary of %2, %3</source>
        <extracomment>%1 is the family of the model (&quot;llama&quot;), %2 a number of words it knows.</extracomment>
        <translation>Familie %1, Vokabular von %2, %3</translation>
    </message>
    <message>
        <source>byte pairs</source>
        <translation>Bytepaare</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; measured here to work up to %2</source>
        <translation>Liest nach eigener Angabe %1 auf einmal; hier gemessen: gut bis %2</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; not measured here</source>
        <translation>Liest nach eigener Angabe %1 auf einmal; hier nicht gemessen</translation>
    </message>
    <message>
        <source>Holds a conversation (%1)</source>
        <translation>Führt Gespräche (%1)</translation>
    </message>
    <message>
        <source>Its way of holding a conversation is not known to Longhand</source>
        <translation>Wie es Gespräche führt, ist Longhand nicht bekannt</translation>
    </message>
    <message>
        <source>Holds no conversation: summaries and questions do not work with it</source>
        <translation>Führt keine Gespräche: für Zusammenfassungen und Fragen ungeeignet</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>Übersetzt zwischen: %1</translation>
    </message>
    <message>
        <source>The file states no licence</source>
        <translation>Die Datei nennt keine Lizenz</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Lies outside Longhand&apos;s folder; only a link to it is kept</source>
        <translation>Liegt außerhalb von Longhands Ordner; hier ist nur ein Verweis darauf</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>Übliches Profil</translation>
    </message>
    <message>
        <source>Usual preset (%1)</source>
        <translation>Übliches Profil (%1)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDialogs</name>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Add “%1”?</source>
        <translation>„%1“ hinzufügen?</translation>
    </message>
    <message>
        <source>A copy in Longhand&apos;s folder stays when the file is moved or deleted; where the disk can share it, it takes no room. Left where it is, only a link is kept.</source>
        <translation>Eine Kopie in Longhands Ordner bleibt, auch wenn die Datei verschoben oder gelöscht wird; wo der Datenträger die Daten teilen kann, kostet sie keinen Platz. Bleibt die Datei an ihrem Ort, wird nur ein Verweis darauf behalten.</translation>
    </message>
    <message>
        <source>&amp;Copy it</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Leave it where it is</source>
        <translation>&amp;Am Ort lassen</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Modell herunterladen</translation>
    </message>
    <message>
        <source>Download %1 (%2)?</source>
        <translation>%1 (%2) herunterladen?</translation>
    </message>
    <message>
        <source>It comes from %1; that server learns this computer&apos;s address and which file is fetched, and nothing of your books.</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>Es kommt von %1; dieser Server erfährt die Adresse dieses Computers und welche Datei geladen wird, aber nichts von Ihren Büchern.</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>This allows Longhand to use the network for downloads that you ask for. The preferences (Ctrl+,) switch it off again.</source>
        <translation>Damit darf Longhand das Netz für Downloads benutzen, die Sie verlangen. In den Einstellungen (Strg+,) lässt es sich wieder ausschalten.</translation>
    </message>
    <message>
        <source>&amp;Allow and download</source>
        <translation>&amp;Erlauben und herunterladen</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelWords</name>
    <message>
        <source>%1 GB</source>
        <extracomment>%1 is a number of gigabytes.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 billion parameters</source>
        <extracomment>Size of a model. %1 is a number like 7.2.</extracomment>
        <translation>%1 Milliarden Parameter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <extracomment>Size of a model. %1 is a number like 135.</extracomment>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>%1 is a number. A token is a piece of a word, as a model reads it.</extracomment>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>32 bit (exact)</source>
        <translation>32 Bit (genau)</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 Bit (üblich)</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 Bit (halber Speicher)</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>Zusammenfassungen, Fragen</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>Übersetzung in %n Sprache</numerusform>
            <numerusform>Übersetzung in %n Sprachen</numerusform>
        </translation>
    </message>
    <message>
        <source>continues text, but holds no conversation</source>
        <translation>setzt Text fort, führt aber keine Gespräche</translation>
    </message>
    <message>
        <source>the memory of this computer is not known</source>
        <translation>der Speicher dieses Computers ist nicht bekannt</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>fits with %1</source>
        <extracomment>%1 is like &quot;16 bit (usual)&quot;: how the memory of the text is kept.</extracomment>
        <translation>passt mit %1</translation>
    </message>
    <message>
        <source>does not fit, at most %1</source>
        <translation>passt nicht, höchstens %1</translation>
    </message>
    <message>
        <source>does not fit, whatever the length</source>
        <translation>passt nicht, gleich bei welcher Länge</translation>
    </message>
    <message>
        <source>Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6</source>
        <extracomment>Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to compute in, %4 all of them, %5 what is free, %6 says whether it fits.</extracomment>
        <translation>Gewichte %1 + gelesener Text %2 + Arbeitsbereich %3 = %4 von %5 frei: %6</translation>
    </message>
    <message>
        <source>Unchanged: it is the file that its publisher made.</source>
        <translation>Unverändert: Es ist die Datei, die der Anbieter hergestellt hat.</translation>
    </message>
    <message>
        <source>Unchanged: it is as it was when it came here.</source>
        <translation>Unverändert: Sie ist, wie sie war, als sie hierherkam.</translation>
    </message>
    <message>
        <source>This is not the file it should be: it was changed or damaged. Fetch it again.</source>
        <translation>Das ist nicht die Datei, die es sein soll: Sie wurde verändert oder beschädigt. Besorgen Sie sie neu.</translation>
    </message>
    <message>
        <source>“%1” is not what it should be: it was changed or damaged. Fetch the model again.</source>
        <translation>„%1“ ist nicht, was es sein soll: Es wurde verändert oder beschädigt. Besorgen Sie das Modell neu.</translation>
    </message>
    <message>
        <source>It reads well, but no checksum of it is known to compare it with.</source>
        <translation>Sie ist gut lesbar, aber zum Vergleich ist keine Prüfsumme bekannt.</translation>
    </message>
    <message>
        <source>no graphics card needed</source>
        <translation>ohne Grafikkarte</translation>
    </message>
    <message>
        <source>for a card of %1 GB</source>
        <translation>für eine Karte mit %1 GB</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>needs %1 of memory</source>
        <extracomment>%1 is an amount like &quot;2.2 GB&quot;.</extracomment>
        <translation>braucht %1 Speicher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is what has come of %2, both like &quot;1.2 GB&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>Speed. %1 is like &quot;12 MB&quot;.</extracomment>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is like &quot;about 4 min&quot;.</extracomment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>Wird heruntergeladen: %1</translation>
    </message>
    <message>
        <source>Comparing the checksum: %1</source>
        <translation>Prüfsumme wird verglichen: %1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausiert: %1</translation>
    </message>
    <message>
        <source>Downloaded and compared with its checksum</source>
        <translation>Heruntergeladen und mit der Prüfsumme verglichen</translation>
    </message>
    <message>
        <source>Downloaded; there was no checksum to compare it with</source>
        <translation>Heruntergeladen; es gab keine Prüfsumme zum Vergleichen</translation>
    </message>
    <message>
        <source>Its SHA-256 checksum is known: %1</source>
        <translation>Die SHA-256-Prüfsumme ist bekannt: %1</translation>
    </message>
    <message>
        <source>Longhand knows no checksum of it, so the file cannot be checked against its publisher; one that the server names is compared.</source>
        <translation>Longhand kennt keine Prüfsumme davon, daher lässt sich die Datei nicht mit der des Anbieters vergleichen; nennt der Server eine, wird sie verglichen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsDesk</name>
    <message>
        <source>These bytes are here already, as “%1”.</source>
        <translation>Dieselben Daten sind schon da, als „%1“.</translation>
    </message>
    <message>
        <source>“%1” is added. Choose below what it is used for.</source>
        <translation>„%1“ ist hinzugefügt. Wählen Sie unten, wofür es verwendet wird.</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>„%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Choose under “On this computer” what it is used for.</source>
        <translation>„%1“ ist heruntergeladen. Wählen Sie unter „Auf diesem Computer“, wofür es verwendet wird.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>The language model in use; Ctrl+M shows them all</source>
        <translation>Das verwendete Sprachmodell; Strg+M zeigt alle</translation>
    </message>
    <message>
        <source>The language models in use; Ctrl+M shows them all</source>
        <translation>Die verwendeten Sprachmodelle; Strg+M zeigt alle</translation>
    </message>
    <message>
        <source>Downloads allowed</source>
        <translation>Downloads erlaubt</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Models are fetched when you ask for them. Nothing of your books leaves this computer.</source>
        <translation>Modelle werden geladen, wenn Sie es verlangen. Nichts aus Ihren Büchern verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Nothing is fetched, and nothing leaves this computer.</source>
        <translation>Nichts wird heruntergeladen, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>a server&apos;s model</source>
        <translation>Modell eines Servers</translation>
    </message>
    <message>
        <source>The language model in use; the preferences say which server has it</source>
        <translation>Das verwendete Sprachmodell; die Einstellungen sagen, auf welchem Server es ist</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <extracomment>In the status bar. %1 is the address of a server.</extracomment>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>The text of your books, your questions and the answers go to %1.</source>
        <translation>Der Text Ihrer Bücher, Ihre Fragen und die Antworten gehen an %1.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsPane</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>&amp;Datei hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation>Das Modell wird kopiert</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Adding the model…</source>
        <translation>Das Modell wird hinzugefügt…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modelle holen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageArea</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PairsView</name>
    <message>
        <source>The paragraph being translated</source>
        <translation>Der Absatz, der gerade übersetzt wird</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>Nicht übersetzt: Kein Versuch hat die Prüfungen bestanden.</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>Bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PassageBar</name>
    <message>
        <source>Ask…</source>
        <translation>Fragen…</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Translation of the passage</source>
        <translation>Übersetzung der Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Into %1:</source>
        <extracomment>Above the translation of a selected passage; %1 is a language.</extracomment>
        <translation>Auf %1:</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Wird übersetzt…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDesk</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Some of the settings file could not be used; the defaults count there: %1</source>
        <translation>Einiges in der Einstellungsdatei war nicht brauchbar; dort gelten die Standardwerte: %1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>&amp;Language of Longhand:</source>
        <translation>&amp;Sprache von Longhand:</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>The language changes when Longhand is started the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Longhand.</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Size of the text:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Size of the text against the desktop&apos;s.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Write &amp;summaries in:</source>
        <translation>&amp;Zusammenfassungen schreiben in:</translation>
    </message>
    <message>
        <source>The language of the book</source>
        <translation>Sprache des Buchs</translation>
    </message>
    <message>
        <source>&amp;Translate into:</source>
        <translation>Übersetzen &amp;in:</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Model for s&amp;ummaries:</source>
        <translation>Modell für Zusa&amp;mmenfassungen:</translation>
    </message>
    <message>
        <source>Model for &amp;questions:</source>
        <translation>Modell für F&amp;ragen:</translation>
    </message>
    <message>
        <source>Model for t&amp;ranslation:</source>
        <translation>Modell für Ü&amp;bersetzungen:</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Us&amp;ual preset:</source>
        <translation>&amp;Übliches Profil:</translation>
    </message>
    <message>
        <source>what is free</source>
        <translation>was frei ist</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory a model may take:</source>
        <translation>Spei&amp;cher für ein Modell, höchstens:</translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation>&amp;Profile…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>Mode&amp;lle…</translation>
    </message>
    <message>
        <source>Privacy and desktop</source>
        <translation>Datenschutz und Desktop</translation>
    </message>
    <message>
        <source>Allow &amp;downloads of models</source>
        <translation>&amp;Downloads von Modellen erlauben</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; nothing can be fetched.</source>
        <translation>Dieses Longhand ist ohne Netzwerkcode gebaut; es kann nichts herunterladen.</translation>
    </message>
    <message>
        <source>&amp;Notify me when long work is over</source>
        <translation>Be&amp;nachrichtigen, wenn lange Arbeit beendet ist</translation>
    </message>
    <message>
        <source>With what went wrong, if anything did. Only while the window is not in front.</source>
        <translation>Die Meldung nennt auch, was dabei schiefging. Sie kommt nur, solange das Fenster nicht im Vordergrund ist.</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while it works</source>
        <translation>Computer während der Arbeit &amp;wach halten</translation>
    </message>
    <message>
        <source>It may sleep again as soon as the work is done or paused; the screen may go dark at any time.</source>
        <translation>Ist die Arbeit beendet oder pausiert, darf er wieder schlafen; der Bildschirm darf jederzeit dunkel werden.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Everything Longhand keeps lies in %1; the settings in %2.</source>
        <translation>Alles, was Longhand aufbewahrt, liegt in %1; die Einstellungen liegen in %2.</translation>
    </message>
    <message>
        <source>&amp;Keep what the model has read</source>
        <translation>&amp;Behalten, was das Modell gelesen hat</translation>
    </message>
    <message>
        <source>A book that was read for a question is then not read again for the next one, also after Longhand was closed. What was not used for the longest time goes first.</source>
        <translation>Ein Buch, das für eine Frage gelesen wurde, wird dann für die nächste nicht noch einmal gelesen, auch wenn Longhand inzwischen geschlossen war. Was am längsten nicht gebraucht wurde, weicht zuerst.</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>&amp;Höchstens:</translation>
    </message>
    <message>
        <source>&amp;Free this space</source>
        <translation>&amp;Diesen Platz freigeben</translation>
    </message>
    <message>
        <source>Books: %1
Models: %2
Texts, results and search index: %3
What the model has read: %4
Free on this disk: %5</source>
        <translation>Bücher: %1
Modelle: %2
Texte, Ergebnisse und Suchindex: %3
Was das Modell gelesen hat: %4
Frei auf diesem Datenträger: %5</translation>
    </message>
    <message>
        <source>Longhand&apos;s own</source>
        <translation>Longhands eigenes</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <extracomment>A model that was chosen and is no longer there. %1 is its file.</extracomment>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>Übliches Profil</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Off, nothing is fetched. On, Longhand fetches a model when you ask for one, and asks again before. Your books, questions and answers do not leave this computer for that.</source>
        <translation>Aus: Es wird nichts geladen. An: Longhand lädt ein Modell, wenn Sie eines verlangen, und fragt vorher noch einmal. Ihre Bücher, Fragen und Antworten verlassen dafür diesen Computer nicht.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PresetDialog</name>
    <message>
        <source>Presets</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>&amp;New from this one</source>
        <translation>&amp;Neu aus diesem</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>so viele wie passen</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 Bit (üblich)</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 Bit (halber Speicher)</translation>
    </message>
    <message>
        <source>32 bit (exact, twice the memory)</source>
        <translation>32 Bit (genau, doppelter Speicher)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>as set for all</source>
        <translation>wie für alle festgelegt</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>as each task wants</source>
        <translation>je nach Aufgabe</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>N&amp;ame:</translation>
    </message>
    <message>
        <source>Reads at once, at most (&amp;tokens):</source>
        <translation>Liest auf einmal höchstens (&amp;Token):</translation>
    </message>
    <message>
        <source>&amp;Keeps what it read in:</source>
        <translation>&amp;Behält Gelesenes in:</translation>
    </message>
    <message>
        <source>&amp;Processor threads:</source>
        <translation>&amp;Prozessor-Threads:</translation>
    </message>
    <message>
        <source>&amp;Memory, at most:</source>
        <translation>&amp;Speicher, höchstens:</translation>
    </message>
    <message>
        <source>&amp;Variety of words (temperature):</source>
        <translation>&amp;Vielfalt der Wörter (Temperatur):</translation>
    </message>
    <message>
        <source>Share of &amp;likely words (top-p):</source>
        <translation>Anteil &amp;wahrscheinlicher Wörter (Top-p):</translation>
    </message>
    <message>
        <source>This one comes with Longhand and stays as it is; make a new one from it to change it.</source>
        <translation>Dieses Profil gehört zu Longhand und bleibt, wie es ist; um es zu ändern, legen Sie daraus ein neues an.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Graphics card, where one can</source>
        <translation>Grafikkarte, wo eine taugt</translation>
    </message>
    <message>
        <source>Graphics card only</source>
        <translation>nur Grafikkarte</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>&amp;Computes on:</source>
        <translation>Re&amp;chnet auf:</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Presets</name>
    <message>
        <source>Quick</source>
        <extracomment>Name of a preset: answers soon, reads short pieces.</extracomment>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>Name of a preset: the usual one.</extracomment>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Thorough</source>
        <extracomment>Name of a preset: reads as much at once as the model and the memory allow.</extracomment>
        <translation>Gründlich</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProofreadPart</name>
    <message>
        <source>Left in the source language</source>
        <translation>In der Ausgangssprache geblieben</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>Nichts zurückgekommen</translation>
    </message>
    <message>
        <source>Unusually long or short</source>
        <translation>Ungewöhnlich lang oder kurz</translation>
    </message>
    <message>
        <source>Repeats itself</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>The same as the paragraph beside it</source>
        <translation>Gleicht dem Absatz daneben</translation>
    </message>
    <message>
        <source>Numbers, quotation marks or punctuation</source>
        <translation>Zahlen, Anführungs- oder Satzzeichen</translation>
    </message>
    <message>
        <source>A term of the glossary is missing</source>
        <translation>Ein Begriff des Glossars fehlt</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>In einer anderen Sprache</translation>
    </message>
    <message>
        <source>Pronouns against the character sheet</source>
        <translation>Pronomen gegen die Figurenliste</translation>
    </message>
    <message>
        <source>Emphasis or links misplaced</source>
        <translation>Hervorhebungen oder Links verrutscht</translation>
    </message>
    <message>
        <source>Paragraphs and their translations</source>
        <translation>Absätze und ihre Übersetzungen</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Which warnings</source>
        <translation>Welche Warnungen</translation>
    </message>
    <message>
        <source>Any or no warning</source>
        <translation>Alle Absätze</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>Mit Warnung</translation>
    </message>
    <message>
        <source>Which states</source>
        <translation>Welcher Status</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>Bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Which chapter</source>
        <translation>Welches Kapitel</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>Erse&amp;tzen…</translation>
    </message>
    <message>
        <source>Find in the translation</source>
        <translation>In der Übersetzung suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression; $1 stands for its first group</source>
        <translation>Ein regulärer Ausdruck; $1 steht für seine erste Gruppe</translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation>Al&amp;le ersetzen</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>Sp&amp;erren</translation>
    </message>
    <message>
        <source>Neither jobs nor replacements touch a locked paragraph</source>
        <translation>Gesperrte Absätze bleiben von Aufgaben und Ersetzungen unberührt</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>&amp;Versionen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Instruction, such as “more formal” (may be empty)</source>
        <translation>Anweisung wie „förmlicher“ (optional)</translation>
    </message>
    <message>
        <source>Instruction for translating again</source>
        <translation>Anweisung für die neue Übersetzung</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>Ne&amp;u übersetzen</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>Alle Kapitel</translation>
    </message>
    <message>
        <source>This pattern is not complete.</source>
        <translation>Dieses Muster ist noch unvollständig.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation>
            <numerusform>%n Absatz würde sich ändern, wie gezeigt.</numerusform>
            <numerusform>%n Absätze würden sich ändern, wie gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n Absatz</numerusform>
            <numerusform>%n Absätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <translation>%1 von %2 Absätzen</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation>Entsp&amp;erren</translation>
    </message>
    <message>
        <source>Translating again…</source>
        <translation>Wird neu übersetzt…</translation>
    </message>
    <message>
        <source>Paragraph %1 of chapter %2 is translated again.</source>
        <translation>Absatz %1 in Kapitel %2 wird neu übersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation>
            <numerusform>%n Absatz geändert. „Rückgängig“ nimmt die Änderung zurück.</numerusform>
            <numerusform>%n Absätze geändert. „Rückgängig“ nimmt alle Änderungen zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>vom Modell</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One version of a paragraph: its text, and who made it.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation>Keine früheren Versionen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReaderPane</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation>Text statt der Seiten zeigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source> of %1</source>
        <extracomment>Behind the number of a page. %1 is how many pages there are.</extracomment>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Voriges Kapitel</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <extracomment>%1 is the number printed on the page.</extracomment>
        <translation>gedruckt: %1</translation>
    </message>
    <message>
        <source>empty page</source>
        <translation>leere Seite</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation>ein Bild ohne Text</translation>
    </message>
    <message>
        <source>text cannot be decoded</source>
        <translation>Text nicht entzifferbar</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>Kapitel %1 von %2</translation>
    </message>
    <message>
        <source>Select a passage of the book first.</source>
        <translation>Markieren Sie zuerst eine Stelle des Buchs.</translation>
    </message>
    <message>
        <source>&amp;Ask about this passage…</source>
        <translation>Zu dieser Stelle &amp;fragen…</translation>
    </message>
    <message>
        <source>&amp;Explain this passage</source>
        <translation>Diese Stelle &amp;erklären</translation>
    </message>
    <message>
        <source>&amp;Translate this passage</source>
        <translation>Diese Stelle ü&amp;bersetzen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SegmentModel</name>
    <message>
        <source>%1.%2</source>
        <comment>a place: chapter and paragraph</comment>
        <translation>%1.%2</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>bleibt, wie er ist</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>After a state, for a paragraph that neither jobs nor replacements touch.</extracomment>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ServerPage</name>
    <message>
        <source>Let a &amp;server do the work</source>
        <translation>Einen &amp;Server arbeiten lassen</translation>
    </message>
    <message>
        <source>On, the text of your books, your questions and the answers go to the server at this address, and whoever runs it can read them. Off, nothing is sent.</source>
        <translation>An: Der Text Ihrer Bücher, Ihre Fragen und die Antworten gehen an den Server unter dieser Adresse, und wer ihn betreibt, kann sie lesen. Aus: Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; it cannot use a server.</source>
        <translation>Dieser Build von Longhand enthält keinen Netzwerkcode; er kann keinen Server verwenden.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>This address is not encrypted: whoever is on the way can read along.</source>
        <translation>Diese Adresse ist nicht verschlüsselt: Wer auf dem Weg liegt, kann mitlesen.</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>the first that the server has</source>
        <translation>das erste, das der Server hat</translation>
    </message>
    <message>
        <source>&amp;Variable with the key:</source>
        <translation>&amp;Variable mit dem Schlüssel:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The name of an environment variable that holds the key. The key itself is never stored.</source>
        <translation>Der Name einer Umgebungsvariablen, die den Schlüssel enthält. Der Schlüssel selbst wird nie gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Requests at a time:</source>
        <translation>An&amp;fragen zugleich:</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>For vLLM, SGLang, llama.cpp&apos;s server and others that speak the same protocol. A model on a server does not study the book, and the form of its answers is checked, not enforced.</source>
        <translation>Für vLLM, SGLang, den Server von llama.cpp und andere, die dasselbe Protokoll sprechen. Ein Modell auf einem Server lernt das Buch nicht ein, und die Form seiner Antworten wird geprüft, nicht erzwungen.</translation>
    </message>
    <message>
        <source>Enter the address of a server; until then this computer does the work.</source>
        <translation>Geben Sie die Adresse eines Servers ein; bis dahin arbeitet dieser Computer.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>The server answers. Its model is %1 and reads %2 tokens at once.</source>
        <extracomment>%1 is a model&apos;s name, %2 a number.</extracomment>
        <translation>Der Server antwortet. Sein Modell ist %1 und liest %2 Token auf einmal.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message>
        <source>The chapters are saved.</source>
        <translation>Die Kapitel sind gespeichert.</translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>„%1“ war schon in der Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation>
            <numerusform>%n Datei war schon in der Bibliothek.</numerusform>
            <numerusform>%n Dateien waren schon in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>No books were found there. Longhand reads PDF, EPUB, text, Markdown and HTML.</source>
        <translation>Dort wurden keine Bücher gefunden. Longhand liest PDF, EPUB, Text, Markdown und HTML.</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation>
            <numerusform>%n Buch wird hinzugefügt.</numerusform>
            <numerusform>%n Bücher werden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation>
            <numerusform>%n andere Datei wurde ausgelassen.</numerusform>
            <numerusform>%n andere Dateien wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n Ordner ließ sich nicht öffnen.</numerusform>
            <numerusform>%n Ordner ließen sich nicht öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more; drop the rest afterwards.</source>
        <translation>Es waren noch mehr; ziehen Sie den Rest danach herein.</translation>
    </message>
    <message>
        <source>“%1” was removed, with everything made from it.</source>
        <translation>„%1“ wurde entfernt, mit allem, was daraus entstanden ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation>
            <numerusform>%n Buch wurde entfernt, mit allem, was daraus entstanden ist.</numerusform>
            <numerusform>%n Bücher wurden entfernt, mit allem, was daraus entstanden ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SideView</name>
    <message>
        <source>Source and translation side by side</source>
        <translation>Original und Übersetzung nebeneinander</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch gibt es nichts zu zeigen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message>
        <source>not summarised</source>
        <translation>nicht zusammengefasst</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation>
            <numerusform>%n Punkt, mit Zweifeln</numerusform>
            <numerusform>%n Punkte, mit Zweifeln</numerusform>
        </translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryOptions</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>Geschrieben für</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>Book&apos;s language</source>
        <translation>Sprache des Buchs</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>Was interessiert Sie? (optional)</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>Was Sie interessiert</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>&amp;Länge:</translation>
    </message>
    <message>
        <source>&amp;Written for:</source>
        <translation>Geschrieben &amp;für:</translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation>Sp&amp;rache:</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Ausführlich</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Experts</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>Fachleute</translation>
    </message>
    <message>
        <source>Young readers</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>Junge Leser</translation>
    </message>
    <message>
        <source>interest: %1</source>
        <extracomment>%1 is what a person said to be interested in.</extracomment>
        <translation>Interesse: %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Length, readers, language, interest</source>
        <translation>Länge, Leser, Sprache, Interesse</translation>
    </message>
    <message>
        <source>Which summary</source>
        <translation>Welche Zusammenfassung</translation>
    </message>
    <message>
        <source>Summaries of this book, the newest first</source>
        <translation>Zusammenfassungen dieses Buchs, die neueste zuerst</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget this earlier summary</source>
        <translation>Diese frühere Zusammenfassung löschen</translation>
    </message>
    <message>
        <source>Chapters and their summaries</source>
        <translation>Kapitel und ihre Zusammenfassungen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message>
        <source>Current: %1</source>
        <extracomment>In the list of a book&apos;s summaries; %1 says when and how it was made.</extracomment>
        <translation>Aktuell: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read this chapter again</source>
        <translation>Dieses Kapitel noch einmal lesen</translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters have a summary; opens the list of chapters.</extracomment>
        <translation>%1/%2 Kapitel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation>Anhalten; fertige Kapitel bleiben erhalten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>Zu kurz zum Zusammenfassen</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>Kein Teil dieses Buchs hat mehr als ein paar Zeilen; lesen Sie es einfach selbst.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>Diese Datei enthält keinen Text; ein Scan muss zuerst durch eine Texterkennung.</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>Noch keine Zusammenfassung</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>„Zusammenfassen“ liest jedes Kapitel und dann das Buch als Ganzes. Jeder Punkt führt zu der Seite, von der er stammt; was nicht im Buch steht, ist gekennzeichnet.</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>Das Buch</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>%n Aussage des Modells wurde im Text nicht gefunden</numerusform>
            <numerusform>%n Aussagen des Modells wurden im Text nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>not found in the text</source>
        <translation>im Text nicht gefunden</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>Sätze aus dem Kapitel selbst</translation>
    </message>
    <message>
        <source>Read again</source>
        <extracomment>A link beside the heading of a chapter: summarise it once more.</extracomment>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>Hier gibt es nichts zusammenzufassen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TermModel</name>
    <message>
        <source>Character</source>
        <translation>Figur</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>she</source>
        <translation>sie</translation>
    </message>
    <message>
        <source>he</source>
        <translation>er</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>She/he</source>
        <translation>Sie/er</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Zielsprache</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>Sprache, in die übersetzt wird</translation>
    </message>
    <message>
        <source>Parts of the translation</source>
        <translation>Teile der Übersetzung</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation>Kein Modell, das diese Version kennt, übersetzt zwischen diesen beiden Sprachen.</translation>
    </message>
    <message>
        <source>Models that can:</source>
        <translation>Modelle, die es können:</translation>
    </message>
    <message>
        <source>This model cannot translate this book well.</source>
        <translation>Dieses Modell kann dieses Buch nicht gut übersetzen.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen…</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>Trotzdem übersetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslationDesk</name>
    <message>
        <source>%1 - glossary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - Glossar</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message>
        <source>S&amp;kip this chapter</source>
        <translation>Kapitel übers&amp;pringen</translation>
    </message>
    <message>
        <source>Stop &amp;after this chapter</source>
        <translation>&amp;Nach diesem Kapitel anhalten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Share of the book that is translated</source>
        <translation>Übersetzter Anteil des Buchs</translation>
    </message>
    <message>
        <source>Leaves the rest of this chapter for later and goes on with the next</source>
        <translation>Lässt den Rest dieses Kapitels für später und fährt mit dem nächsten fort</translation>
    </message>
    <message>
        <source>Finishes this chapter, then pauses</source>
        <translation>Beendet dieses Kapitel und pausiert dann</translation>
    </message>
    <message>
        <source>Choose all chapters</source>
        <translation>Alle Kapitel wählen</translation>
    </message>
    <message>
        <source>Choose no chapter</source>
        <translation>Kein Kapitel wählen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>%1 words a minute</source>
        <translation>%1 Wörter pro Minute</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>%1 Token pro Sekunde</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>How long it still takes: &quot;about 2 hours left (1 h 40 min to 2 h 30 min)&quot;.</extracomment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Open a book to translate it.</source>
        <translation>Öffnen Sie ein Buch, um es zu übersetzen.</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation>%1 von %2 Absätzen sind übersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>%n davon sollte geprüft werden.</numerusform>
            <numerusform>%n davon sollten geprüft werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It pauses when this chapter is done.</source>
        <translation>Nach diesem Kapitel wird pausiert.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Choose the chapters, then start. Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can pause at any time and go on later.</source>
        <translation>Wählen Sie die Kapitel, dann starten Sie. Zuvor probiert Longhand drei Absätze dieses Buchs und sagt, ob das Modell es kann. Sie können jederzeit pausieren und später fortsetzen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation>Ziehen Sie ein Buch hierher</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation>Longhand liest ganze Bücher: Es fasst sie Kapitel für Kapitel zusammen, beantwortet Fragen mit der Seite, auf die sich jeder Satz stützt, und übersetzt sie von der ersten bis zur letzten Seite. PDF, EPUB, Text, Markdown und HTML. Alles geschieht auf diesem Computer; kein Byte verlässt ihn.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>Probebuch öffnen</translation>
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
        <extracomment>Between the members of a list: several authors, languages, uses of a model.</extracomment>
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
        <translation>durch ein Problem angehalten</translation>
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
        <translation>
            <numerusform>fertig mit %n Warnung</numerusform>
            <numerusform>fertig mit %n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>Ganz gelesen: %1 Token, je Schritt bis zu %2, in %n Schritt.</numerusform>
            <numerusform>Ganz gelesen: %1 Token, je Schritt bis zu %2, in %n Schritten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>Gelesen: %1 Token, je Schritt bis zu %2, in %n Schritt.</numerusform>
            <numerusform>Gelesen: %1 Token, je Schritt bis zu %2, in %n Schritten.</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between remarks on a text: &quot;repeats itself; nothing came back&quot;.</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 becomes a whole sentence.</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <extracomment>A job is running, but the server that does its work does not answer at the moment.</extracomment>
        <translation>wartet auf den Server</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Reads whole books on your own machine.</source>
        <translation>Liest ganze Bücher auf Ihrem eigenen Rechner.</translation>
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
        <translation>Bücher, die zur Bibliothek hinzugefügt werden.</translation>
    </message>
</context>
</TS>
