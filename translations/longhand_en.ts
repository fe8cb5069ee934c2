<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>longhand::ui::AskPane</name>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation>
            <numerusform>Show %n earlier question</numerusform>
            <numerusform>Show %n earlier questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation>
            <numerusform>%n question removed.</numerusform>
            <numerusform>%n questions removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::BatchDialog</name>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation>
            <numerusform>%n book.</numerusform>
            <numerusform>%n books, one after the other.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation>
            <numerusform>%n paragraph stands in the source language</numerusform>
            <numerusform>%n paragraphs stand in the source language</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation>
            <numerusform>&amp;Remove %n book</numerusform>
            <numerusform>&amp;Remove %n books</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation>
            <numerusform>&amp;Translate %n book…</numerusform>
            <numerusform>&amp;Translate %n books…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CatalogueView</name>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>translation in %n language</numerusform>
            <numerusform>translation in %n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message numerus="yes">
        <source>%n chapter(s) found</source>
        <translation>
            <numerusform>%n chapter found</numerusform>
            <numerusform>%n chapters found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation>
            <numerusform>%n job is not finished yet.</numerusform>
            <numerusform>%n jobs are not finished yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>Let go to add %n file to the library</numerusform>
            <numerusform>Let go to add %n files to the library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation>
            <numerusform>%n paragraph is not translated yet. It stands in the source language, marked.</numerusform>
            <numerusform>%n paragraphs are not translated yet. They stand in the source language, marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message numerus="yes">
        <source>%n page(s) are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</source>
        <translation>
            <numerusform>%n page is a picture without text. It is left out; run the file through text recognition and drop it again to include it.</numerusform>
            <numerusform>%n pages are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are empty.</source>
        <translation>
            <numerusform>%n page is empty.</numerusform>
            <numerusform>%n pages are empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n page(s) cannot be decoded. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>The text of %n page cannot be decoded. It is left out; another copy of the book may help.</numerusform>
            <numerusform>The text of %n pages cannot be decoded. They are left out; another copy of the book may help.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>%n page could not be read. It is left out; another copy of the book may help.</numerusform>
            <numerusform>%n pages could not be read. They are left out; another copy of the book may help.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation>
            <numerusform>%n confirmed and in use.</numerusform>
            <numerusform>%n confirmed and in use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation>
            <numerusform>%n to decide on.</numerusform>
            <numerusform>%n to decide on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n job waiting</numerusform>
            <numerusform>%n jobs waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation>
            <numerusform>%n place in the texts, %1</numerusform>
            <numerusform>%n places in the texts, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation>
            <numerusform>in %n book</numerusform>
            <numerusform>in %n books</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation>
            <numerusform>%n book, %1 on the disk</numerusform>
            <numerusform>%n books, %1 on the disk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation>
            <numerusform>Going on with %n job where Longhand was closed.</numerusform>
            <numerusform>Going on with %n jobs where Longhand was closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>%n job is not finished. What is done so far is kept.</numerusform>
            <numerusform>%n jobs are not finished. What is done so far is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelWords</name>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>translation in %n language</numerusform>
            <numerusform>translation in %n languages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProofreadPart</name>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation>
            <numerusform>%n paragraph would change, as shown.</numerusform>
            <numerusform>%n paragraphs would change, as shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n paragraph</numerusform>
            <numerusform>%n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation>
            <numerusform>%n paragraph changed. Undo takes it back.</numerusform>
            <numerusform>%n paragraphs changed. Undo takes all of them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation>
            <numerusform>%n file was already in the library.</numerusform>
            <numerusform>%n files were already in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation>
            <numerusform>Adding %n book.</numerusform>
            <numerusform>Adding %n books.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation>
            <numerusform>%n other file was left out.</numerusform>
            <numerusform>%n other files were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n folder could not be opened.</numerusform>
            <numerusform>%n folders could not be opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation>
            <numerusform>%n book was removed, with everything made from it.</numerusform>
            <numerusform>%n books were removed, with everything made from them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation>
            <numerusform>%n point, with doubts</numerusform>
            <numerusform>%n points, with doubts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>%n statement of the model was not found in the text</numerusform>
            <numerusform>%n statements of the model were not found in the text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>%n of them should be checked.</numerusform>
            <numerusform>%n of them should be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %1 % of %2 words in %n chapter(s).</source>
        <translation>
            <numerusform>Read %1 % of %2 words in %n chapter.</numerusform>
            <numerusform>Read %1 % of %2 words in %n chapters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) were not read completely.</source>
        <translation>
            <numerusform>%n chapter was not read completely.</numerusform>
            <numerusform>%n chapters were not read completely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finished with %n warning(s)</source>
        <translation>
            <numerusform>finished with %n warning</numerusform>
            <numerusform>finished with %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>Read whole: %1 tokens, up to %2 a step, in %n step.</numerusform>
            <numerusform>Read whole: %1 tokens, up to %2 a step, in %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>Read: %1 tokens, up to %2 a step, in %n step.</numerusform>
            <numerusform>Read: %1 tokens, up to %2 a step, in %n steps.</numerusform>
        </translation>
    </message>
</context>
</TS>
