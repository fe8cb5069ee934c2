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
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>Frag das Buch…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>Deine Frage an das Buch</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>Die Frage bezieht sich auf die Antworten darüber</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>Frag das Buch</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>Antworten kommen allein aus diesem Buch. Jeder Satz führt zu der Seite, auf die er sich stützt, und wenn das Buch nichts dazu sagt, lautet die Antwort genau so.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>Das Buch sagt dazu nichts.</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>Nächstliegende Stelle:</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>nicht aus dem Text</translation>
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
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>Im Buch wurde keine Antwort gefunden. Am nächsten kommen diese Stellen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation>
            <numerusform>%n Absatz steht in der Ausgangssprache</numerusform>
            <numerusform>%n Absätze stehen in der Ausgangssprache</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>„%1“ war schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book's title.</extracomment>
        <translation>%1 - Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book's title.</extracomment>
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
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Übersetzt</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
    <message>
        <source>Translation alone</source>
        <translation>Nur die Übersetzung</translation>
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
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” with its summary, answers and translations?</source>
        <translation>„%1“ mit Zusammenfassung, Antworten und Übersetzungen entfernen?</translation>
    </message>
    <message>
        <source>The file you dropped stays where it is.</source>
        <translation>Die Datei, die du abgelegt hast, bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>Übersetzung exportieren</translation>
    </message>
    <message>
        <source>What is not translated yet stands in the source language, marked.</source>
        <translation>Was noch nicht übersetzt ist, steht markiert in der Ausgangssprache.</translation>
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
        <source>Reads whole books on your own machine. There is no network code in this program: what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Liest ganze Bücher auf deinem eigenen Rechner. In diesem Programm gibt es keinen Netzwerkcode: was du liest und fragst, bleibt hier.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>Loslassen, um %n Datei in die Bibliothek aufzunehmen</numerusform>
            <numerusform>Loslassen, um %n Dateien in die Bibliothek aufzunehmen</numerusform>
        </translation>
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
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation>Text des Kapitels</translation>
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
        <source>Work</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
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
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Stops and frees the model's memory; nothing finished is lost</source>
        <translation>Hält an und gibt den Speicher des Modells frei; nichts Fertiges geht verloren</translation>
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
    <message>
        <source>Enter the password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen…</translation>
    </message>
    <message>
        <source>Stop adding this file</source>
        <translation>Diese Datei nicht mehr hinzufügen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
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
    <name>longhand::ui::MainWindow</name>
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
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>The language model in use; the menu Assistant chooses another</source>
        <translation>Das verwendete Sprachmodell; im Menü Assistent lässt sich ein anderes wählen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>There is no network code in this program: nothing leaves this computer.</source>
        <translation>In diesem Programm gibt es keinen Netzwerkcode: nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>%n Aufgabe ist nicht fertig. Was bisher getan ist, bleibt.</numerusform>
            <numerusform>%n Aufgaben sind nicht fertig. Was bisher getan ist, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>&amp;Assistant</source>
        <translation>&amp;Assistent</translation>
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
        <translation>Ü&amp;bersetzen</translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation>Laufende Aufgabe &amp;pausieren</translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation>&amp;Modell wählen…</translation>
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
        <translation>&amp;Willkommensbuch</translation>
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
        <translation>Dateien &amp;hinzufügen…</translation>
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
        <translation>Ü&amp;bersetzung exportieren…</translation>
    </message>
    <message>
        <source>&amp;Remove from the library…</source>
        <translation>Aus der Bibliothek &amp;entfernen…</translation>
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
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
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
        <translation>An &amp;Breite anpassen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
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
        <translation>Zu &amp;Seite oder Kapitel…</translation>
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
        <translation>Ü&amp;bersetzung</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 – Longhand</translation>
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
        <source>Source and translation of the chapter</source>
        <translation>Original und Übersetzung des Kapitels</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>Nicht übersetzt: jeder Versuch ist an den Prüfungen gescheitert.</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>Bleibt, wie es ist.</translation>
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
        <translation>Text statt Seiten zeigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
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
        <source>Not in this book</source>
        <translation>Nicht in diesem Buch</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
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
        <source>Language of the summary</source>
        <translation>Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>Book's language</source>
        <translation>Sprache des Buchs</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>Was interessiert dich? (freiwillig)</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>Was dich interessiert</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>Noch keine Zusammenfassung</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>Zusammenfassen liest jedes Kapitel und dann das Buch als Ganzes. Jeder Punkt führt zu der Seite, von der er stammt; was das Buch nicht sagt, ist markiert.</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>Das Buch</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>Sätze aus dem Kapitel selbst</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>Hier gibt es nichts zusammenzufassen.</translation>
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
        <translation>Anhalten; fertige Kapitel bleiben</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>%n Aussage des Modells wurde im Text nicht gefunden</numerusform>
            <numerusform>%n Aussagen des Modells wurden im Text nicht gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>Zu kurz für eine Zusammenfassung</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>Kein Teil dieses Buches hat mehr als ein paar Zeilen; lesen Sie es lieber.</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>Zielsprache der Übersetzung</translation>
    </message>
    <message>
        <source>What is not translated yet stands in the source language, marked</source>
        <translation>Was noch nicht übersetzt ist, steht markiert in der Ausgangssprache</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation>Keines der Modelle, die diese Version kennt, übersetzt zwischen diesen beiden Sprachen.</translation>
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
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
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
        <source>Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can stop at any time and go on later.</source>
        <translation>Vor dem Beginn probiert Longhand drei Absätze dieses Buchs und sagt, ob das Modell es kann. Du kannst jederzeit anhalten und später weitermachen.</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation>Leg ein Buch hier ab</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation>Longhand liest ganze Bücher: es fasst sie Kapitel für Kapitel zusammen, beantwortet Fragen mit der Seite, auf die sich jeder Satz stützt, und übersetzt sie vom Anfang bis zum Ende. PDF, EPUB, Text, Markdown und HTML. Alles geschieht auf diesem Rechner; kein Byte verlässt ihn.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>Willkommensbuch öffnen</translation>
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
        <extracomment>%1 is a duration such as "4 minutes".</extracomment>
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
        <extracomment>%1 is a chapter's number, %2 its title.</extracomment>
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
        <source>Answered from the book's own facts, without the model.</source>
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
