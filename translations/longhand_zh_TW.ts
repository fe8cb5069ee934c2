<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>longhand::ui::AskPane</name>
    <message>
        <source>Follow-up</source>
        <translation>追問</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>搜尋這段對話</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>向這本書提問…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>您向這本書提的問題</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>這個問題與上面的回答有關</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove this conversation</source>
        <translation>移除這段對話</translation>
    </message>
    <message>
        <source>Do not ask about this passage</source>
        <translation>不針對這個片段提問</translation>
    </message>
    <message>
        <source>What happens in “%1”?</source>
        <extracomment>A question to a book; %1 is the title of a chapter.</extracomment>
        <translation>「%1」講了什麼？</translation>
    </message>
    <message>
        <source>How many chapters does the book have?</source>
        <translation>這本書有幾章？</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>沒有可提問的內容</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>這個檔案沒有文字；掃描檔要先做文字辨識。</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>向這本書提問</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>回答只來自這本書。每句話都指向它所依據的頁；書中沒有提到時，也會如實說明。</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation>可以先問：</translation>
    </message>
    <message>
        <source>No question or answer has these words.</source>
        <translation>沒有含有這些詞的提問或回答。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation>
            <numerusform>顯示先前的 %n 個提問</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>書中沒有提到。</translation>
    </message>
    <message>
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>書中找不到答案。以下片段最接近。</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>最接近的片段：</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>In front of a quotation that a question is about.</extracomment>
        <translation>關於：</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>書中無依據</translation>
    </message>
    <message>
        <source>Weak evidence: most of this answer was not found in the book.</source>
        <translation>依據不足：這個回答的大部分在書中找不到。</translation>
    </message>
    <message>
        <source>The questions before it were in view.</source>
        <translation>回答時參考了先前的提問。</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>追問</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再問一次</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>About “%1” (%2)</source>
        <extracomment>Above the line for a question: the passage it will be about, and its page.</extracomment>
        <translation>關於「%1」（%2）</translation>
    </message>
    <message>
        <source>Ask about this passage…</source>
        <translation>針對這個片段提問…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 個提問。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>What does this passage mean?</source>
        <extracomment>A question to the model about a passage that somebody selected.</extracomment>
        <translation>這個片段是什麼意思？</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BackgroundDesk</name>
    <message>
        <source>A book is being worked on</source>
        <extracomment>Shown by the desktop as the reason why the computer does not go to sleep.</extracomment>
        <translation>正在處理一本書</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 says how a piece of work ended, %2 is a duration: &quot;about 4 min&quot;.</extracomment>
        <translation>%1，費時 %2</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button of a notice: opens the book in the window.</extracomment>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Translate several books</source>
        <translation>翻譯多本書</translation>
    </message>
    <message>
        <source>Books to translate</source>
        <translation>要翻譯的書</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>書</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>譯為(&amp;I)</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Tick the books to translate.</source>
        <translation>請勾選要翻譯的書。</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation>
            <numerusform>%n 本書，逐本進行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Together about %1.</source>
        <translation>合計約 %1。</translation>
    </message>
    <message>
        <source>How long it takes is known once the first one runs.</source>
        <translation>第一本開始後才能知道需要多久。</translation>
    </message>
    <message>
        <source>%1 of %2 books are through.</source>
        <translation>已處理 %1 / %2 本書。</translation>
    </message>
    <message>
        <source>All of them: about %1 left.</source>
        <translation>全部完成還需約 %1。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>已寫入：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation>
            <numerusform>有 %n 段仍是原文</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 摘要</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 問答</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation>顯示該頁</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Reading: %1 of %2</source>
        <extracomment>A file is being read. %1 and %2 are numbers of pages or parts.</extracomment>
        <translation>正在讀：%1 / %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1（另有 %n 個問題）</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字數</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁數</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增時間</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重新命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章節(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>磁碟空間(&amp;D)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation>
            <numerusform>翻譯 %n 本書(&amp;T)…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>翻譯(&amp;T)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation>
            <numerusform>移除 %n 本書(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>輸入密碼(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試一次(&amp;T)</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>在資料夾中顯示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Stop adding this file</source>
        <translation>停止新增此檔案(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>忽略(&amp;D)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CatalogueView</name>
    <message>
        <source>No known model matches. Choose another purpose, or show also what does not fit this computer.</source>
        <translation>沒有符合條件的已知模型。請換一種用途，或連不適合這部電腦的也一起顯示。</translation>
    </message>
    <message>
        <source>Models one could get</source>
        <translation>可取得的模型</translation>
    </message>
    <message>
        <source>What the model is for</source>
        <translation>模型的用途</translation>
    </message>
    <message>
        <source>For anything</source>
        <translation>任何用途</translation>
    </message>
    <message>
        <source>For summaries and questions</source>
        <translation>用於摘要和提問</translation>
    </message>
    <message>
        <source>For translation</source>
        <translation>用於翻譯</translation>
    </message>
    <message>
        <source>&amp;Only what fits this computer (%1)</source>
        <extracomment>%1 is the memory of this computer, like &quot;16.0 GB&quot;.</extracomment>
        <translation>只顯示適合這部電腦的（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Publisher&apos;s pa&amp;ge</source>
        <translation>發佈者網頁(&amp;G)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Fetch a model with your browser and drop the file on this window.</source>
        <translation>此版 Longhand 不含網路程式碼。請用瀏覽器下載模型，再把檔案拖到這個視窗。</translation>
    </message>
    <message>
        <source>Longhand is offline and fetches nothing. To download a model here, allow it; you are asked again before each download.</source>
        <translation>Longhand 處於離線狀態，不會下載任何東西。要在這裡下載模型，請先允許；每次下載前還會再問一次。</translation>
    </message>
    <message>
        <source>&amp;Allow downloads</source>
        <translation>允許下載(&amp;A)</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>摘要、提問</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 種語言的翻譯</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed · %1</source>
        <extracomment>Of a model in a list; %1 is what it is for.</extracomment>
        <translation>已安裝 · %1</translation>
    </message>
    <message>
        <source>No file of this model is known for certain to work here. Its publisher&apos;s page leads to files; one with %1 weights in the GGUF format is what to look for.</source>
        <translation>這個模型還沒有確定能在此執行的檔案。它的發佈者網頁上可以找到檔案，請選 GGUF 格式、%1 權重的。</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is an address, %2 the people who converted the file.</extracomment>
        <translation>來自 %1</translation>
    </message>
    <message>
        <source>From %1 (converted by %2)</source>
        <translation>來自 %1（由 %2 轉換）</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>可互譯的語言：%1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>繼續(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation>再試一次(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Download (%1)…</source>
        <translation>下載（%1）(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CellDelegate</name>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message>
        <source>Chapters of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>「%1」的章節</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>&amp;Join with the one before</source>
        <translation>與前一章合併(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重新命名(&amp;N)</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>本章內文</translation>
    </message>
    <message>
        <source>A chapter &amp;begins here</source>
        <translation>從這裡開始新的一章(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Headings look like</source>
        <translation>標題形如(&amp;H)</translation>
    </message>
    <message>
        <source>Pattern of the headings</source>
        <translation>標題的樣式</translation>
    </message>
    <message>
        <source># is a number in figures, Roman numerals or words; * is any text</source>
        <translation># 代表數字（阿拉伯數字、羅馬數字或文字），* 代表任意文字</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>尋找(&amp;F)</translation>
    </message>
    <message>
        <source># is a number, * any text</source>
        <translation># 代表數字，* 代表任意文字</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>採用這些(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>&amp;As they were</source>
        <translation>還原(&amp;A)</translation>
    </message>
    <message>
        <source>No paragraph looks like “%1”.</source>
        <translation>沒有形如「%1」的段落。</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) found</source>
        <translation>
            <numerusform>找到 %n 章</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterList</name>
    <message>
        <source>(no title)</source>
        <translation>（無標題）</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Words (about)</source>
        <translation>字數（約）</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略過</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n 段待檢查</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已開始</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未選</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>已翻譯</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message>
        <source>Close Longhand?</source>
        <translation>關閉 Longhand？</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation>
            <numerusform>還有 %n 項工作尚未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done so far is kept. After closing, the work goes on when Longhand is next started.</source>
        <translation>已完成的部分會保留。關閉後，下次啟動 Longhand 時會接著做。</translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation>關閉，下次繼續</translation>
    </message>
    <message>
        <source>Keep working, minimised</source>
        <translation>最小化，繼續工作</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ContentsPane</name>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy with the sources as numbered notes</source>
        <translation>複製，並將出處列為編號註釋</translation>
    </message>
    <message>
        <source>Copy as &amp;formatted text</source>
        <translation>複製為含格式的文字(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>複製為 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as &amp;plain text</source>
        <translation>複製為純文字(&amp;P)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>新增檔案</translation>
    </message>
    <message>
        <source>Books (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</source>
        <translation>書 (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>新增資料夾</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>選擇模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Password of “%1”. It is kept until you close Longhand, and never stored.</source>
        <translation>「%1」的密碼。它只保留到您關閉 Longhand 為止，絕不會儲存。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Title of the book</source>
        <translation>書名</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>純文字 (*.txt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>匯出譯文</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>匯出術語表</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>匯入術語表</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>關於 Longhand</translation>
    </message>
    <message>
        <source>Longhand %1</source>
        <translation>Longhand %1</translation>
    </message>
    <message>
        <source>Reads whole books on your own machine. Nothing is fetched unless you ask for it, and what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>在您自己的電腦上讀完整本書。除非您要求，否則不下載任何東西；您讀的和問的都留在這裡。

自由軟體，採用 GNU 通用公共授權條款第 3 版或更新版本。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DiskDialog</name>
    <message>
        <source>Disk space of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>「%1」佔用的磁碟空間</translation>
    </message>
    <message>
        <source>Parts of the book</source>
        <translation>這本書的各個部分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Free &amp;earlier versions</source>
        <extracomment>Button: removes earlier versions of translated paragraphs from the disk.</extracomment>
        <translation>刪除舊版本(&amp;E)</translation>
    </message>
    <message>
        <source>Free what was &amp;read</source>
        <extracomment>Button: removes what the model has read of a book and kept on the disk.</extracomment>
        <translation>刪除已讀內容(&amp;R)</translation>
    </message>
    <message>
        <source>What the model has read of it</source>
        <translation>模型已讀的內容</translation>
    </message>
    <message>
        <source>%1 can be freed: what the model has read of the book, kept so that it answers sooner. The next question reads the book again.</source>
        <translation>可以釋出 %1：模型讀這本書時保留下來、以便更快回答的內容。下次提問時會重新讀這本書。</translation>
    </message>
    <message>
        <source>The file itself (our copy)</source>
        <translation>檔案本身（書庫中的副本）</translation>
    </message>
    <message>
        <source>Text and search index</source>
        <translation>文字和搜尋索引</translation>
    </message>
    <message>
        <source>Where each letter stands on its page</source>
        <translation>每個字在頁面上的位置</translation>
    </message>
    <message>
        <source>Summaries, answers, translations</source>
        <translation>摘要、回答、譯文</translation>
    </message>
    <message>
        <source>Earlier versions of translated paragraphs</source>
        <translation>譯文段落的舊版本</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>%1 can be freed: earlier versions of translated paragraphs. The text, the summaries and the translation stay.</source>
        <translation>可以釋出 %1：譯文段落的舊版本。內文、摘要和譯文都會保留。</translation>
    </message>
    <message>
        <source>Nothing here can be freed without losing something.</source>
        <translation>這裡沒有可以釋出而不造成損失的內容。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>放開即可將 %n 個檔案加入書庫</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Translation alone</source>
        <translation>僅譯文</translation>
    </message>
    <message>
        <source>Source, then translation</source>
        <translation>先原文，後譯文</translation>
    </message>
    <message>
        <source>Translation, then source</source>
        <translation>先譯文，後原文</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右對照</translation>
    </message>
    <message>
        <source>Nothing is translated yet.</source>
        <translation>還沒有譯文。</translation>
    </message>
    <message>
        <source>Every paragraph is translated.</source>
        <translation>所有段落都已翻譯。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation>
            <numerusform>還有 %n 段沒有翻譯，將保留原文並加以標記。</numerusform>
        </translation>
    </message>
    <message>
        <source>For e-readers. Pictures, notes and design of the book stay.</source>
        <translation>供電子書閱讀器使用。保留書中的圖片、註釋和設計。</translation>
    </message>
    <message>
        <source>For printing: the text set anew, with a contents.</source>
        <translation>供列印：文字重新排版，附目錄。</translation>
    </message>
    <message>
        <source>For going on in a word processor. Headings make its contents.</source>
        <translation>供在文書處理軟體中繼續編輯。標題會組成目錄。</translation>
    </message>
    <message>
        <source>One page for a browser.</source>
        <translation>一個網頁，用瀏覽器開啟。</translation>
    </message>
    <message>
        <source>For notes and the web.</source>
        <translation>供筆記和網站使用。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>Words alone.</source>
        <translation>只有文字。</translation>
    </message>
    <message>
        <source>A translation memory for other translation programs. What is not translated is left out.</source>
        <translation>供其他翻譯軟體使用的翻譯記憶庫。沒有翻譯的不包含在內。</translation>
    </message>
    <message>
        <source>A table of every paragraph with its translation, state and warnings.</source>
        <translation>每個段落及其譯文、狀態和警告的表格。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message>
        <source>The file “%1” is no longer there. Check where it is and drop it again.</source>
        <translation>檔案「%1」已不在原處。請找到它，再拖入一次。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that you may read it, then drop it again.</source>
        <translation>無法開啟檔案「%1」。請確認您有讀取權限，再拖入一次。</translation>
    </message>
    <message>
        <source>Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop it again.</source>
        <translation>「%1」中什麼也讀不出來：檔案已損毀。請重新取得一份，再拖入一次。</translation>
    </message>
    <message>
        <source>Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without copy protection; convert the file to one of these.</source>
        <translation>Longhand 無法讀取「%1」。它能讀沒有防拷保護的 PDF、EPUB、純文字、Markdown 和 HTML；請把檔案轉換成其中一種。</translation>
    </message>
    <message>
        <source>“%1” is protected with a password. Enter the password to read it.</source>
        <translation>「%1」有密碼保護。請輸入密碼後閱讀。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space to add “%1”. Free some and drop the file again.</source>
        <translation>記憶體或磁碟空間不足，無法新增「%1」。請釋出一些空間，再拖入一次。</translation>
    </message>
    <message>
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data-dir and another folder.</source>
        <translation>書庫所在的資料夾無法寫入。請檢查權限，或用 --data-dir 指定另一個資料夾啟動 Longhand。</translation>
    </message>
    <message>
        <source>The library is damaged. The details say where its last backup is; put it in place and start again.</source>
        <translation>書庫已損毀。詳細資訊中寫明了最近的備份在哪裡；請把它放回原處後重新啟動。</translation>
    </message>
    <message>
        <source>The disk of the library is full. Free some space and start again.</source>
        <translation>書庫所在的磁碟已滿。請釋出一些空間後重新啟動。</translation>
    </message>
    <message>
        <source>Another program is working on the library. Wait until it has finished, then try again.</source>
        <translation>另一個程式正在使用書庫。請等它結束後再試。</translation>
    </message>
    <message>
        <source>No language model was found. Choose a model file (GGUF) in the menu Assistant, then start again.</source>
        <translation>找不到語言模型。請在「助理」選單中選擇模型檔案（GGUF），再重新開始。</translation>
    </message>
    <message>
        <source>The model file cannot be opened. Check that you may read it, or choose another.</source>
        <translation>模型檔案無法開啟。請確認您有讀取權限，或另選一個。</translation>
    </message>
    <message>
        <source>The model file is damaged or incomplete. Fetch it again, or choose another.</source>
        <translation>模型檔案已損毀或不完整。請重新取得，或另選一個。</translation>
    </message>
    <message>
        <source>This version cannot compute this model. Choose another model file.</source>
        <translation>此版本無法執行這個模型。請另選一個模型檔案。</translation>
    </message>
    <message>
        <source>The model does not fit into memory. Close other programs or choose a smaller model.</source>
        <translation>記憶體放不下這個模型。請關閉其他程式，或選擇較小的模型。</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>「%1」已不在原處。</translation>
    </message>
    <message>
        <source>“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once more.</source>
        <translation>「%1」不是模型，或已損毀、不完整。請重新取得，再拖入一次。</translation>
    </message>
    <message>
        <source>This version of Longhand cannot compute “%1”. A GGUF file of the Llama family with Q8_0, Q4_0, Q4_1 or 16-bit weights works.</source>
        <translation>此版 Longhand 無法執行「%1」。可用的是 Llama 家族、Q8_0、Q4_0、Q4_1 或 16 位元權重的 GGUF 檔案。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space, or leave the file where it is.</source>
        <translation>磁碟放不下「%1」。請釋出一些空間，或讓檔案留在原處。</translation>
    </message>
    <message>
        <source>“%1” does not lie in the data folder. Remove it where it is.</source>
        <translation>「%1」不在資料的資料夾中。請到它所在的位置移除。</translation>
    </message>
    <message>
        <source>Longhand is offline, so “%1” was not downloaded. Allow the network in the preferences first.</source>
        <translation>Longhand 處於離線狀態，因此沒有下載「%1」。請先在偏好設定中允許使用網路。</translation>
    </message>
    <message>
        <source>The server no longer has the file of “%1”. Look for it on its publisher&apos;s page.</source>
        <translation>伺服器上已沒有「%1」的檔案。請到發佈者網頁上尋找。</translation>
    </message>
    <message>
        <source>What came of “%1” is not what it should be, so it was deleted. Download it again.</source>
        <translation>收到的「%1」與應有的不符，已刪除。請重新下載。</translation>
    </message>
    <message>
        <source>The download of “%1” broke off. What came is kept; continue when the connection is back.</source>
        <translation>「%1」的下載中斷。已收到的會保留；連線恢復後請繼續。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space and download it again.</source>
        <translation>磁碟放不下「%1」。請釋出一些空間，再下載一次。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Download “%1” with a browser and drop the file here.</source>
        <translation>此版 Longhand 不含網路程式碼。請用瀏覽器下載「%1」，再把檔案拖到這裡。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>無法寫入「%1」。請另選一個資料夾。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written. Free some space and export again.</source>
        <translation>磁碟已滿：「%1」沒有寫入。請釋出一些空間，再匯出一次。</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this form. Choose a name that ends in .txt, .md, .html or .epub.</source>
        <translation>「%1」不能以這種形式寫入。請使用以 .txt、.md、.html 或 .epub 結尾的檔名。</translation>
    </message>
    <message>
        <source>Something it needs is no longer there.</source>
        <translation>所需的內容已不在原處。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>有檔案無法讀取或寫入。</translation>
    </message>
    <message>
        <source>A file contradicts its own format.</source>
        <translation>有檔案與自身的格式不符。</translation>
    </message>
    <message>
        <source>This version, or this model, cannot do it.</source>
        <translation>此版本或這個模型做不到。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space. Free some and continue; what is finished is kept.</source>
        <translation>記憶體或磁碟空間不足。請釋出一些後繼續；已完成的會保留。</translation>
    </message>
    <message>
        <source>It was stopped. What is finished is kept.</source>
        <translation>已停止。已完成的會保留。</translation>
    </message>
    <message>
        <source>The request makes no sense as it stands.</source>
        <translation>這個要求本身說不通。</translation>
    </message>
    <message>
        <source>A password is missing or wrong.</source>
        <translation>缺少密碼或密碼不正確。</translation>
    </message>
    <message>
        <source>Another window or command is working on it. Wait until it has finished, or stop it there.</source>
        <translation>另一個視窗或指令正在處理它。請等它結束，或在那邊停止。</translation>
    </message>
    <message>
        <source>This is a mistake in Longhand. What is finished is kept; try again, and report it with the details if it comes back.</source>
        <translation>這是 Longhand 自身的錯誤。已完成的會保留；請再試一次，若再次出現，請附上詳細資訊回報。</translation>
    </message>
    <message>
        <source>Work on this book is not over. Cancel it in the list of jobs (F8), then try again.</source>
        <translation>這本書的工作還沒有結束。請在工作清單（F8）中取消，再試一次。</translation>
    </message>
    <message>
        <source>The library could not be opened.</source>
        <translation>書庫無法開啟。</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>「%1」沒有加入。</translation>
    </message>
    <message>
        <source>The book could not be opened.</source>
        <translation>這本書無法開啟。</translation>
    </message>
    <message>
        <source>This page cannot be shown; its text can still be read.</source>
        <translation>這一頁無法顯示；文字仍可閱讀。</translation>
    </message>
    <message>
        <source>The book was not removed.</source>
        <translation>這本書沒有移除。</translation>
    </message>
    <message>
        <source>The book was not changed.</source>
        <translation>這本書沒有變更。</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>工作無法開始。</translation>
    </message>
    <message>
        <source>The work stopped.</source>
        <translation>工作中斷了。</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>模型無法載入。</translation>
    </message>
    <message>
        <source>“%1” was not written.</source>
        <translation>「%1」沒有寫入。</translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until you close Longhand.</source>
        <translation>設定無法儲存。它們在您關閉 Longhand 之前有效。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>「%1」無法讀取。</translation>
    </message>
    <message>
        <source>“%1” was not removed.</source>
        <translation>「%1」沒有移除。</translation>
    </message>
    <message>
        <source>“%1” could not be checked.</source>
        <translation>「%1」無法檢查。</translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation>「%1」沒有下載。</translation>
    </message>
    <message>
        <source>the model repeated itself and was stopped</source>
        <translation>模型陷入重複，已被停止</translation>
    </message>
    <message>
        <source>the answer reached its length limit</source>
        <translation>回答達到了長度上限</translation>
    </message>
    <message>
        <source>tried more than once</source>
        <translation>嘗試了不只一次</translation>
    </message>
    <message>
        <source>left in the source language</source>
        <translation>仍是原文</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>有重複</translation>
    </message>
    <message>
        <source>unusually long or short</source>
        <translation>過長或過短</translation>
    </message>
    <message>
        <source>longer or shorter than usual</source>
        <translation>比通常長或短</translation>
    </message>
    <message>
        <source>the model refused</source>
        <translation>模型拒絕了</translation>
    </message>
    <message>
        <source>the same as the segment beside it</source>
        <translation>與相鄰段落相同</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>沒有傳回內容</translation>
    </message>
    <message>
        <source>emphasis or links may be misplaced</source>
        <translation>強調或連結的位置可能不對</translation>
    </message>
    <message>
        <source>numbers differ from the source</source>
        <translation>數字與原文不一致</translation>
    </message>
    <message>
        <source>ends in other punctuation</source>
        <translation>結尾標點不同</translation>
    </message>
    <message>
        <source>quotation marks differ</source>
        <translation>引號不同</translation>
    </message>
    <message>
        <source>brackets differ</source>
        <translation>括號不同</translation>
    </message>
    <message>
        <source>line breaks differ</source>
        <translation>換行不同</translation>
    </message>
    <message>
        <source>a term of the glossary is missing</source>
        <translation>術語沒有依術語表翻譯</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>譯成了別的語言</translation>
    </message>
    <message>
        <source>pronouns against the character sheet</source>
        <translation>代名詞與人物表不符</translation>
    </message>
    <message>
        <source>not all of the text was read</source>
        <translation>沒有讀完全部文字</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>此檔案中沒有可讀的文字。如果頁面是圖片，請先做文字辨識，再拖入結果。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</source>
        <translation>
            <numerusform>有 %n 頁是沒有文字的圖片，未包含在內；請先做文字辨識，再拖入一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are empty.</source>
        <translation>
            <numerusform>有 %n 頁是空白頁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n page(s) cannot be decoded. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>有 %n 頁的文字無法解碼，未包含在內；換一份檔案也許可以。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>有 %n 頁無法讀取，未包含在內；換一份檔案也許可以。</numerusform>
        </translation>
    </message>
    <message>
        <source>The address or the key cannot be used. An address begins with http:// or https://; a key is sent only over https or to this computer.</source>
        <translation>位址或金鑰無法使用。位址以 http:// 或 https:// 開頭；金鑰只會透過 https 傳送，或傳送到這部電腦。</translation>
    </message>
    <message>
        <source>No server of language models answers at this address. Check the address, and that the server is running.</source>
        <translation>此位址沒有語言模型伺服器回應。請檢查位址，並確認伺服器正在執行。</translation>
    </message>
    <message>
        <source>The server does not have this model. Leave the field empty to use the first that it has.</source>
        <translation>伺服器上沒有這個模型。留空則使用它的第一個模型。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code, so it cannot use a server.</source>
        <translation>此版本的 Longhand 不含網路程式碼，因此無法使用伺服器。</translation>
    </message>
    <message>
        <source>the book is not studied</source>
        <translation>不會學習這本書</translation>
    </message>
    <message>
        <source>the form of answers is checked, not enforced</source>
        <translation>回答的形式只檢查，不強制</translation>
    </message>
    <message>
        <source>what was read is not kept for the next question</source>
        <translation>讀過的內容不會留給下一個提問</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>無法詢問伺服器。</translation>
    </message>
    <message>
        <source>the model could not be asked about all of it</source>
        <translation>未能就全部內容詢問模型</translation>
    </message>
    <message>
        <source>With the model %1 on a server: %2.</source>
        <extracomment>%1 is a model on a server, %2 what it goes without, such as &quot;the book is not studied; ...&quot;.</extracomment>
        <translation>使用伺服器上的模型 %1：%2。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The server has not answered for a long time, so the work stopped. What is finished is kept; continue when the server is back.</source>
        <translation>伺服器長時間沒有回應，因此工作已停止。已完成的部分會保留；伺服器恢復後請繼續。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Find in this book</source>
        <translation>在本書中尋找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一個</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not in this book</source>
        <translation>本書中沒有</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the places found is shown, and how many there are.</extracomment>
        <translation>第 %1 處，共 %2 處</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindingsDesk</name>
    <message>
        <source>Copied as Markdown.</source>
        <translation>已複製為 Markdown。</translation>
    </message>
    <message>
        <source>Copied as plain text.</source>
        <translation>已複製為純文字。</translation>
    </message>
    <message>
        <source>Copied with its sources.</source>
        <translation>已連同出處複製。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation>本章內文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message>
        <source>&amp;Find names in the book</source>
        <translation>尋找書中的專有名詞(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒絕(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>匯出(&amp;X)…</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>新增(&amp;D)</translation>
    </message>
    <message>
        <source>From a CSV table; terms of the same name are replaced</source>
        <translation>從 CSV 表格匯入；同名術語會被取代</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新術語</translation>
    </message>
    <message>
        <source>Its translation</source>
        <translation>它的譯法</translation>
    </message>
    <message>
        <source>Glossary and characters</source>
        <translation>術語表與人物</translation>
    </message>
    <message>
        <source>Reading the whole book for names…</source>
        <translation>正在通讀全書，尋找專有名詞…</translation>
    </message>
    <message>
        <source>Reading the whole book for names: %1 %</source>
        <translation>正在通讀全書，尋找專有名詞：%1%</translation>
    </message>
    <message>
        <source>Names and words that should always be translated the same way. Longhand looks for them in the whole book; you confirm and give the translation. Confirmed ones are used from the next paragraph on, and checked in every one.</source>
        <translation>需要始終譯法一致的名稱和詞語。Longhand 會在全書中找出它們，由您確認並給出譯法。已確認的從下一段起使用，並在每一段中檢查。</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation>
            <numerusform>%n 條已確認，使用中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation>
            <numerusform>%n 條待定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::InstalledView</name>
    <message>
        <source>No model is here yet. Drop a GGUF file or a Hugging Face folder on the window, or look under “Get a model”.</source>
        <translation>這裡還沒有模型。請把 GGUF 檔案或 Hugging Face 資料夾拖到視窗，或到「取得模型」中查看。</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>已安裝的模型</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>In use for %1</source>
        <extracomment>%1 lists what a model is used for: &quot;summaries, questions&quot;.</extracomment>
        <translation>用於：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobDesk</name>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message>
        <source>Progress of the running job</source>
        <translation>目前工作的進度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n 項工作等待中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobsModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is Summary, Question or Translation, %2 the title of a book.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1 names a piece of work, %2 says how far it is.</extracomment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobsPane</name>
    <message>
        <source>Nothing to do. Summaries, questions and translations of all books appear here while they are worked on, and stay until you remove them.</source>
        <translation>沒有工作。所有書的摘要、提問和翻譯在進行時都會出現在這裡，直到您移除為止。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>從清單移除</translation>
    </message>
    <message>
        <source>Remove all finished</source>
        <translation>移除所有已完成的</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Stops and frees the model&apos;s memory; nothing finished is lost</source>
        <translation>停止並釋放模型佔用的記憶體；已完成的不會遺失</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message>
        <source>Search titles and texts</source>
        <translation>搜尋書名和內文</translation>
    </message>
    <message>
        <source>Order of the books</source>
        <translation>書的排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依書名</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>依作者</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最長在前</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>最大在前</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Add books</source>
        <translation>新增書籍</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation>資料夾(&amp;O)…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>書庫</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation>沒有符合的書名。</translation>
    </message>
    <message>
        <source>Places in the texts</source>
        <translation>內文中的位置</translation>
    </message>
    <message>
        <source>Nothing in the texts.</source>
        <translation>內文中找不到。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation>
            <numerusform>內文中有 %n 處，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation>
            <numerusform>分布在 %n 本書中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation>
            <numerusform>%n 本書，佔用磁碟 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPane</name>
    <message>
        <source>Find a book</source>
        <translation>尋找書</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>書庫</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>新增檔案…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalAssistant</name>
    <message>
        <source>no model</source>
        <translation>沒有模型</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalTranslations</name>
    <message>
        <source>The model could not translate this passage.</source>
        <translation>模型無法翻譯這個片段。</translation>
    </message>
    <message>
        <source>The translation of this passage was stopped.</source>
        <translation>這個片段的翻譯已停止。</translation>
    </message>
    <message>
        <source>This passage is too long to be translated at once. Select less, or translate the chapter.</source>
        <translation>這個片段太長，無法一次翻譯。請少選一些，或翻譯整章。</translation>
    </message>
    <message>
        <source>Every attempt failed the checks. The translation stays as it was.</source>
        <translation>每次嘗試都沒有通過檢查，譯文維持原樣。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已寫入：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>&amp;Assistant</source>
        <translation>助理(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation>產生摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation>提問(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>翻譯(&amp;T)</translation>
    </message>
    <message>
        <source>Translate several &amp;books…</source>
        <translation>翻譯多本書(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation>暫停目前工作(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Welcome book</source>
        <translation>入門書(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About Longhand</source>
        <translation>關於 Longhand(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>書(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>新增檔案(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>新增資料夾(&amp;O)…</translation>
    </message>
    <message>
        <source>Export the &amp;summary…</source>
        <translation>匯出摘要(&amp;S)…</translation>
    </message>
    <message>
        <source>Export the &amp;questions…</source>
        <translation>匯出問答(&amp;Q)…</translation>
    </message>
    <message>
        <source>Export the &amp;translation…</source>
        <translation>匯出譯文(&amp;T)…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重新命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章節(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>磁碟空間(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>從書庫移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>工作(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation>切換頁面與文字(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>縮小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>符合寬度(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Find in this book…</source>
        <translation>在本書中尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to a &amp;page or chapter…</source>
        <translation>前往頁或章(&amp;P)…</translation>
    </message>
    <message>
        <source>Search in &amp;all books…</source>
        <translation>搜尋所有書(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>視窗的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>視窗的上一部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>書庫(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>閱讀(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>提問(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻譯(&amp;T)</translation>
    </message>
    <message>
        <source>Longhand</source>
        <extracomment>Title of the window. %1 is the title of the open book.</extracomment>
        <translation>Longhand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation>
            <numerusform>從 Longhand 上次關閉時的位置繼續 %n 項工作。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>有 %n 項工作尚未完成。已完成的部分會保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 — Longhand</translation>
    </message>
    <message>
        <source>Ask about the s&amp;election…</source>
        <translation>就所選片段提問(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xplain the selection</source>
        <translation>解釋所選片段(&amp;X)</translation>
    </message>
    <message>
        <source>T&amp;ranslate the selection</source>
        <translation>翻譯所選片段(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Books and contents at the side</source>
        <translation>書庫與目錄側邊欄(&amp;B)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDetails</name>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Tokens read at once</source>
        <translation>一次讀取的 token 數</translation>
    </message>
    <message>
        <source>How the text read is kept</source>
        <translation>已讀文字的儲存精度</translation>
    </message>
    <message>
        <source>&amp;Read at once:</source>
        <translation>一次讀取(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Kept in:</source>
        <translation>儲存精度(&amp;K)：</translation>
    </message>
    <message>
        <source>Use it for</source>
        <translation>用於</translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>提問(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻譯(&amp;T)</translation>
    </message>
    <message>
        <source>Preset for: %1</source>
        <translation>「%1」所用的設定組合</translation>
    </message>
    <message>
        <source>&amp;Check the file</source>
        <translation>檢查檔案(&amp;C)</translation>
    </message>
    <message>
        <source>Reads all of it and compares its checksum</source>
        <translation>讀取全部內容並比對總和檢查碼</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在檢查檔案</translation>
    </message>
    <message>
        <source>Family %1, vocabulary of %2, %3</source>
        <extracomment>%1 is the family of the model (&quot;llama&quot;), %2 a number of words it knows.</extracomment>
        <translation>%1 家族，詞表大小 %2，%3</translation>
    </message>
    <message>
        <source>byte pairs</source>
        <translation>位元組對編碼</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; measured here to work up to %2</source>
        <translation>宣稱一次可讀 %1；本機實測到 %2 可用</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; not measured here</source>
        <translation>宣稱一次可讀 %1；未在本機實測</translation>
    </message>
    <message>
        <source>Holds a conversation (%1)</source>
        <translation>可以對話（%1）</translation>
    </message>
    <message>
        <source>Its way of holding a conversation is not known to Longhand</source>
        <translation>Longhand 不了解它的對話格式</translation>
    </message>
    <message>
        <source>Holds no conversation: summaries and questions do not work with it</source>
        <translation>不能對話：無法用於摘要和提問</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>可互譯的語言：%1</translation>
    </message>
    <message>
        <source>The file states no licence</source>
        <translation>檔案沒有註明授權條款</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>授權條款：%1</translation>
    </message>
    <message>
        <source>Lies outside Longhand&apos;s folder; only a link to it is kept</source>
        <translation>位於 Longhand 的資料夾之外；只保留指向它的連結</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>慣用設定組合</translation>
    </message>
    <message>
        <source>Usual preset (%1)</source>
        <translation>慣用設定組合（%1）</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDialogs</name>
    <message>
        <source>Add a model</source>
        <translation>新增模型</translation>
    </message>
    <message>
        <source>Add “%1”?</source>
        <translation>新增「%1」？</translation>
    </message>
    <message>
        <source>A copy in Longhand&apos;s folder stays when the file is moved or deleted; where the disk can share it, it takes no room. Left where it is, only a link is kept.</source>
        <translation>複製到 Longhand 的資料夾後，即使原檔案移動或刪除也會保留；若磁碟支援共用，則不另佔空間。留在原處則只保留一個連結。</translation>
    </message>
    <message>
        <source>&amp;Copy it</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave it where it is</source>
        <translation>留在原處(&amp;L)</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>下載模型</translation>
    </message>
    <message>
        <source>Download %1 (%2)?</source>
        <translation>下載 %1（%2）？</translation>
    </message>
    <message>
        <source>It comes from %1; that server learns this computer&apos;s address and which file is fetched, and nothing of your books.</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>檔案來自 %1；該伺服器會得知這部電腦的位址和下載的是哪個檔案，但不會得知任何關於書的內容。</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>授權條款：%1</translation>
    </message>
    <message>
        <source>This allows Longhand to use the network for downloads that you ask for. The preferences (Ctrl+,) switch it off again.</source>
        <translation>這會允許 Longhand 使用網路進行您要求的下載。可在偏好設定（Ctrl+,）中再次關閉。</translation>
    </message>
    <message>
        <source>&amp;Allow and download</source>
        <translation>允許並下載(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下載(&amp;D)</translation>
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
        <translation>%1B 參數</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <extracomment>Size of a model. %1 is a number like 135.</extracomment>
        <translation>%1M 參數</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>%1 is a number. A token is a piece of a word, as a model reads it.</extracomment>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>32 bit (exact)</source>
        <translation>32 位元（精確）</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 位元（常用）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 位元（記憶體減半）</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已損毀</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>摘要、提問</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 種語言的翻譯</numerusform>
        </translation>
    </message>
    <message>
        <source>continues text, but holds no conversation</source>
        <translation>能續寫文字，但不能對話</translation>
    </message>
    <message>
        <source>the memory of this computer is not known</source>
        <translation>這部電腦的記憶體未知</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>fits with %1</source>
        <extracomment>%1 is like &quot;16 bit (usual)&quot;: how the memory of the text is kept.</extracomment>
        <translation>用 %1 放得下</translation>
    </message>
    <message>
        <source>does not fit, at most %1</source>
        <translation>放不下，最多 %1</translation>
    </message>
    <message>
        <source>does not fit, whatever the length</source>
        <translation>無論多短都放不下</translation>
    </message>
    <message>
        <source>Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6</source>
        <extracomment>Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to compute in, %4 all of them, %5 what is free, %6 says whether it fits.</extracomment>
        <translation>權重 %1 + 已讀文字 %2 + 運算空間 %3 = %4，可用 %5：%6</translation>
    </message>
    <message>
        <source>Unchanged: it is the file that its publisher made.</source>
        <translation>沒有更動：就是發佈者製作的檔案。</translation>
    </message>
    <message>
        <source>Unchanged: it is as it was when it came here.</source>
        <translation>沒有更動：與來到這裡時一樣。</translation>
    </message>
    <message>
        <source>This is not the file it should be: it was changed or damaged. Fetch it again.</source>
        <translation>這不是應有的檔案：它被更動或損毀了。請重新取得。</translation>
    </message>
    <message>
        <source>“%1” is not what it should be: it was changed or damaged. Fetch the model again.</source>
        <translation>「%1」與應有的不符：它被更動或損毀了。請重新取得模型。</translation>
    </message>
    <message>
        <source>It reads well, but no checksum of it is known to compare it with.</source>
        <translation>讀取正常，但沒有已知的總和檢查碼可供比對。</translation>
    </message>
    <message>
        <source>no graphics card needed</source>
        <translation>不需要顯示卡</translation>
    </message>
    <message>
        <source>for a card of %1 GB</source>
        <translation>適合 %1 GB 的顯示卡</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 發佈</translation>
    </message>
    <message>
        <source>needs %1 of memory</source>
        <extracomment>%1 is an amount like &quot;2.2 GB&quot;.</extracomment>
        <translation>需要 %1 記憶體</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is what has come of %2, both like &quot;1.2 GB&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>Speed. %1 is like &quot;12 MB&quot;.</extracomment>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is like &quot;about 4 min&quot;.</extracomment>
        <translation>還需 %1</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>正在下載：%1</translation>
    </message>
    <message>
        <source>Comparing the checksum: %1</source>
        <translation>正在比對總和檢查碼：%1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暫停：%1</translation>
    </message>
    <message>
        <source>Downloaded and compared with its checksum</source>
        <translation>已下載，總和檢查碼一致</translation>
    </message>
    <message>
        <source>Downloaded; there was no checksum to compare it with</source>
        <translation>已下載；沒有可比對的總和檢查碼</translation>
    </message>
    <message>
        <source>Its SHA-256 checksum is known: %1</source>
        <translation>已知其 SHA-256 總和檢查碼：%1</translation>
    </message>
    <message>
        <source>Longhand knows no checksum of it, so the file cannot be checked against its publisher; one that the server names is compared.</source>
        <translation>Longhand 不知道它的總和檢查碼，因此無法核對檔案是否出自發佈者；若伺服器給出總和檢查碼，則會比對。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsDesk</name>
    <message>
        <source>These bytes are here already, as “%1”.</source>
        <translation>同樣的檔案已經在這裡，名為「%1」。</translation>
    </message>
    <message>
        <source>“%1” is added. Choose below what it is used for.</source>
        <translation>「%1」已新增。請在下方選擇它的用途。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>「%1」已移除。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Choose under “On this computer” what it is used for.</source>
        <translation>「%1」已下載。請在「本機」中選擇它的用途。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>The language model in use; Ctrl+M shows them all</source>
        <translation>使用中的語言模型；按 Ctrl+M 查看全部</translation>
    </message>
    <message>
        <source>The language models in use; Ctrl+M shows them all</source>
        <translation>使用中的各個語言模型；按 Ctrl+M 查看全部</translation>
    </message>
    <message>
        <source>Downloads allowed</source>
        <translation>允許下載</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Models are fetched when you ask for them. Nothing of your books leaves this computer.</source>
        <translation>只在您要求時下載模型。書的內容絕不會離開這部電腦。</translation>
    </message>
    <message>
        <source>Nothing is fetched, and nothing leaves this computer.</source>
        <translation>不會下載任何東西，也沒有任何內容離開這部電腦。</translation>
    </message>
    <message>
        <source>a server&apos;s model</source>
        <translation>伺服器的模型</translation>
    </message>
    <message>
        <source>The language model in use; the preferences say which server has it</source>
        <translation>使用中的語言模型；偏好設定中寫有它所在的伺服器</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <extracomment>In the status bar. %1 is the address of a server.</extracomment>
        <translation>伺服器：%1</translation>
    </message>
    <message>
        <source>The text of your books, your questions and the answers go to %1.</source>
        <translation>您的書籍文字、提問和回答會傳送到 %1。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsPane</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>新增檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation>正在複製模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Adding the model…</source>
        <translation>正在新增模型…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>取得模型</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageArea</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PairsView</name>
    <message>
        <source>The paragraph being translated</source>
        <translation>正在翻譯的段落</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>未翻譯：每次嘗試都沒有通過檢查。</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>保留原樣。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PassageBar</name>
    <message>
        <source>Ask…</source>
        <translation>提問…</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解釋</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Translation of the passage</source>
        <translation>片段的譯文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Into %1:</source>
        <extracomment>Above the translation of a selected passage; %1 is a language.</extracomment>
        <translation>譯為%1：</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>正在翻譯…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDesk</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟隨系統(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Some of the settings file could not be used; the defaults count there: %1</source>
        <translation>設定檔中有些內容無法使用，這些項目採用預設值：%1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>&amp;Language of Longhand:</source>
        <translation>Longhand 的語言(&amp;L)：</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟隨桌面</translation>
    </message>
    <message>
        <source>The language changes when Longhand is started the next time.</source>
        <translation>語言會在下次啟動 Longhand 時變更。</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C)：</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Size of the text:</source>
        <translation>文字大小(&amp;S)：</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Size of the text against the desktop&apos;s.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Write &amp;summaries in:</source>
        <translation>摘要的語言(&amp;S)：</translation>
    </message>
    <message>
        <source>The language of the book</source>
        <translation>書的語言</translation>
    </message>
    <message>
        <source>&amp;Translate into:</source>
        <translation>翻譯為(&amp;T)：</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次詢問</translation>
    </message>
    <message>
        <source>Model for s&amp;ummaries:</source>
        <translation>摘要所用模型(&amp;U)：</translation>
    </message>
    <message>
        <source>Model for &amp;questions:</source>
        <translation>提問所用模型(&amp;Q)：</translation>
    </message>
    <message>
        <source>Model for t&amp;ranslation:</source>
        <translation>翻譯所用模型(&amp;R)：</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>設定組合</translation>
    </message>
    <message>
        <source>Us&amp;ual preset:</source>
        <translation>慣用設定組合(&amp;U)：</translation>
    </message>
    <message>
        <source>what is free</source>
        <translation>所有可用記憶體</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory a model may take:</source>
        <translation>模型可用的記憶體(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation>設定組合(&amp;P)…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Privacy and desktop</source>
        <translation>隱私與桌面</translation>
    </message>
    <message>
        <source>Allow &amp;downloads of models</source>
        <translation>允許下載模型(&amp;D)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; nothing can be fetched.</source>
        <translation>此版 Longhand 不含網路程式碼，無法下載任何東西。</translation>
    </message>
    <message>
        <source>&amp;Notify me when long work is over</source>
        <translation>長時間的工作結束時通知我(&amp;N)</translation>
    </message>
    <message>
        <source>With what went wrong, if anything did. Only while the window is not in front.</source>
        <translation>若出了問題，會一併說明。僅在視窗不在最前方時通知。</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while it works</source>
        <translation>工作時讓電腦保持喚醒(&amp;K)</translation>
    </message>
    <message>
        <source>It may sleep again as soon as the work is done or paused; the screen may go dark at any time.</source>
        <translation>工作完成或暫停後，電腦即可再次休眠；螢幕隨時可以關閉。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>開啟資料夾(&amp;O)</translation>
    </message>
    <message>
        <source>Everything Longhand keeps lies in %1; the settings in %2.</source>
        <translation>Longhand 儲存的一切都在 %1；設定在 %2。</translation>
    </message>
    <message>
        <source>&amp;Keep what the model has read</source>
        <translation>保留模型已讀的內容(&amp;K)</translation>
    </message>
    <message>
        <source>A book that was read for a question is then not read again for the next one, also after Longhand was closed. What was not used for the longest time goes first.</source>
        <translation>為一個提問讀過的書，下一個提問時不必再讀，關閉 Longhand 之後也是如此。最久未用的最先刪除。</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>上限(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Free this space</source>
        <translation>釋出這些空間(&amp;F)</translation>
    </message>
    <message>
        <source>Books: %1
Models: %2
Texts, results and search index: %3
What the model has read: %4
Free on this disk: %5</source>
        <translation>書：%1
模型：%2
文字、結果和搜尋索引：%3
模型已讀的內容：%4
此磁碟可用空間：%5</translation>
    </message>
    <message>
        <source>Longhand&apos;s own</source>
        <translation>Longhand 內建</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <extracomment>A model that was chosen and is no longer there. %1 is its file.</extracomment>
        <translation>%1（已不存在）</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>慣用設定組合</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>Off, nothing is fetched. On, Longhand fetches a model when you ask for one, and asks again before. Your books, questions and answers do not leave this computer for that.</source>
        <translation>關閉時不會取得任何內容。開啟後，Longhand 會在您要求時取得模型，並在此之前再次詢問。您的書籍、提問和回答不會因此離開這部電腦。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PresetDialog</name>
    <message>
        <source>Presets</source>
        <translation>設定組合</translation>
    </message>
    <message>
        <source>&amp;New from this one</source>
        <translation>以此新增(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>盡可能多</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 位元（常用）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 位元（記憶體減半）</translation>
    </message>
    <message>
        <source>32 bit (exact, twice the memory)</source>
        <translation>32 位元（精確，佔用雙倍記憶體）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as set for all</source>
        <translation>與整體設定相同</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>as each task wants</source>
        <translation>由各工作決定</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名稱(&amp;A)：</translation>
    </message>
    <message>
        <source>Reads at once, at most (&amp;tokens):</source>
        <translation>一次最多讀取（token）(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Keeps what it read in:</source>
        <translation>已讀內容的儲存精度(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Processor threads:</source>
        <translation>處理器執行緒(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Memory, at most:</source>
        <translation>記憶體上限(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Variety of words (temperature):</source>
        <translation>用詞變化（溫度）(&amp;V)：</translation>
    </message>
    <message>
        <source>Share of &amp;likely words (top-p):</source>
        <translation>可能詞的占比（top-p）(&amp;L)：</translation>
    </message>
    <message>
        <source>This one comes with Longhand and stays as it is; make a new one from it to change it.</source>
        <translation>此設定組合隨 Longhand 提供，不能變更；要修改，請以它新增一個。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Graphics card, where one can</source>
        <translation>有可用顯示卡時用顯示卡</translation>
    </message>
    <message>
        <source>Graphics card only</source>
        <translation>只用顯示卡</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>&amp;Computes on:</source>
        <translation>運算裝置(&amp;C)：</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Presets</name>
    <message>
        <source>Quick</source>
        <extracomment>Name of a preset: answers soon, reads short pieces.</extracomment>
        <translation>快速</translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>Name of a preset: the usual one.</extracomment>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Thorough</source>
        <extracomment>Name of a preset: reads as much at once as the model and the memory allow.</extracomment>
        <translation>仔細</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProofreadPart</name>
    <message>
        <source>Left in the source language</source>
        <translation>仍是原文</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>沒有傳回內容</translation>
    </message>
    <message>
        <source>Unusually long or short</source>
        <translation>過長或過短</translation>
    </message>
    <message>
        <source>Repeats itself</source>
        <translation>有重複</translation>
    </message>
    <message>
        <source>The same as the paragraph beside it</source>
        <translation>與相鄰段落相同</translation>
    </message>
    <message>
        <source>Numbers, quotation marks or punctuation</source>
        <translation>數字、引號或標點</translation>
    </message>
    <message>
        <source>A term of the glossary is missing</source>
        <translation>術語沒有依術語表翻譯</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>譯成了別的語言</translation>
    </message>
    <message>
        <source>Pronouns against the character sheet</source>
        <translation>代名詞與人物表不符</translation>
    </message>
    <message>
        <source>Emphasis or links misplaced</source>
        <translation>強調或連結錯位</translation>
    </message>
    <message>
        <source>Paragraphs and their translations</source>
        <translation>段落及其譯文</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>依文字篩選</translation>
    </message>
    <message>
        <source>Which warnings</source>
        <translation>依警告篩選</translation>
    </message>
    <message>
        <source>Any or no warning</source>
        <translation>有無警告均可</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>有警告</translation>
    </message>
    <message>
        <source>Which states</source>
        <translation>依狀態篩選</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任何狀態</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待檢查</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>保留原樣</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已編輯</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Which chapter</source>
        <translation>依章節篩選</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>取代(&amp;R)…</translation>
    </message>
    <message>
        <source>Find in the translation</source>
        <translation>在譯文中尋找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>取代為</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>區分大小寫</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字相符</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>A regular expression; $1 stands for its first group</source>
        <translation>正規表示式；$1 代表第一個群組</translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation>全部取代(&amp;L)</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>鎖定(&amp;K)</translation>
    </message>
    <message>
        <source>Neither jobs nor replacements touch a locked paragraph</source>
        <translation>工作和取代都不會更動已鎖定的段落</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>Instruction, such as “more formal” (may be empty)</source>
        <translation>附加要求，如「更正式一些」（可留空）</translation>
    </message>
    <message>
        <source>Instruction for translating again</source>
        <translation>重新翻譯的附加要求</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>重新翻譯(&amp;T)</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>所有章節</translation>
    </message>
    <message>
        <source>This pattern is not complete.</source>
        <translation>表示式不完整。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不會有任何變更。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation>
            <numerusform>將變更 %n 段，結果如所示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <translation>%1 / %2 段</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation>解除鎖定(&amp;K)</translation>
    </message>
    <message>
        <source>Translating again…</source>
        <translation>正在重新翻譯…</translation>
    </message>
    <message>
        <source>Paragraph %1 of chapter %2 is translated again.</source>
        <translation>第 %2 章第 %1 段已重新翻譯。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation>
            <numerusform>已變更 %n 段。「復原」可全部還原。</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已編輯</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>模型所譯</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One version of a paragraph: its text, and who made it.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無內容</translation>
    </message>
    <message>
        <source>now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation>沒有舊版本</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReaderPane</name>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation>顯示文字而不是頁面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>符合寬度</translation>
    </message>
    <message>
        <source> of %1</source>
        <extracomment>Behind the number of a page. %1 is how many pages there are.</extracomment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <extracomment>%1 is the number printed on the page.</extracomment>
        <translation>印刷頁碼：%1</translation>
    </message>
    <message>
        <source>empty page</source>
        <translation>空白頁</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation>沒有文字的圖片</translation>
    </message>
    <message>
        <source>text cannot be decoded</source>
        <translation>文字無法解碼</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>第 %1 章，共 %2 章</translation>
    </message>
    <message>
        <source>Select a passage of the book first.</source>
        <translation>請先在書中選取一個片段。</translation>
    </message>
    <message>
        <source>&amp;Ask about this passage…</source>
        <translation>就此片段提問(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Explain this passage</source>
        <translation>解釋此片段(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Translate this passage</source>
        <translation>翻譯此片段(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
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
        <translation>位置</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已編輯</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待檢查</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>保留原樣</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>After a state, for a paragraph that neither jobs nor replacements touch.</extracomment>
        <translation>已鎖定</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ServerPage</name>
    <message>
        <source>Let a &amp;server do the work</source>
        <translation>由伺服器完成工作(&amp;S)</translation>
    </message>
    <message>
        <source>On, the text of your books, your questions and the answers go to the server at this address, and whoever runs it can read them. Off, nothing is sent.</source>
        <translation>開啟後，您的書籍文字、提問和回答會傳送到此位址的伺服器，其營運者可以讀到它們。關閉時不會傳送任何內容。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; it cannot use a server.</source>
        <translation>此版本的 Longhand 不含網路程式碼，無法使用伺服器。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>位址(&amp;A)：</translation>
    </message>
    <message>
        <source>This address is not encrypted: whoever is on the way can read along.</source>
        <translation>此位址未加密：傳輸途中的人可以讀到內容。</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>the first that the server has</source>
        <translation>伺服器的第一個模型</translation>
    </message>
    <message>
        <source>&amp;Variable with the key:</source>
        <translation>存放金鑰的變數(&amp;V)：</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>The name of an environment variable that holds the key. The key itself is never stored.</source>
        <translation>存放金鑰的環境變數名稱。金鑰本身不會被儲存。</translation>
    </message>
    <message>
        <source>&amp;Requests at a time:</source>
        <translation>同時請求數(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>測試連線(&amp;T)</translation>
    </message>
    <message>
        <source>For vLLM, SGLang, llama.cpp&apos;s server and others that speak the same protocol. A model on a server does not study the book, and the form of its answers is checked, not enforced.</source>
        <translation>適用於 vLLM、SGLang、llama.cpp 的伺服器以及使用同一協定的其他伺服器。伺服器上的模型不會學習這本書，其回答的形式只檢查，不強制。</translation>
    </message>
    <message>
        <source>Enter the address of a server; until then this computer does the work.</source>
        <translation>請輸入伺服器的位址；在此之前由這部電腦完成工作。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在詢問伺服器…</translation>
    </message>
    <message>
        <source>The server answers. Its model is %1 and reads %2 tokens at once.</source>
        <extracomment>%1 is a model&apos;s name, %2 a number.</extracomment>
        <translation>伺服器有回應。其模型為 %1，一次可讀 %2 個 token。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message>
        <source>The chapters are saved.</source>
        <translation>章節已儲存。</translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>「%1」已在書庫中。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation>
            <numerusform>%n 個檔案已在書庫中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>No books were found there. Longhand reads PDF, EPUB, text, Markdown and HTML.</source>
        <translation>那裡找不到書。Longhand 可讀 PDF、EPUB、純文字、Markdown 和 HTML。</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation>
            <numerusform>正在新增 %n 本書。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation>
            <numerusform>%n 個其他檔案沒有新增。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n 個資料夾無法開啟。</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more; drop the rest afterwards.</source>
        <translation>還有更多；其餘的請稍後再拖入。</translation>
    </message>
    <message>
        <source>“%1” was removed, with everything made from it.</source>
        <translation>「%1」及由它產生的一切已移除。</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation>
            <numerusform>%n 本書及由它們產生的一切已移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SideView</name>
    <message>
        <source>Source and translation side by side</source>
        <translation>原文與譯文對照</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>還沒有可顯示的內容。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message>
        <source>not summarised</source>
        <translation>沒有摘要</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在讀</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 個要點</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation>
            <numerusform>%n 個要點，有存疑之處</numerusform>
        </translation>
    </message>
    <message>
        <source>too short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未包含</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryOptions</name>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>讀者</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>摘要的語言</translation>
    </message>
    <message>
        <source>Book&apos;s language</source>
        <translation>書的語言</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>您對什麼感興趣？（可選填）</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>您感興趣的內容</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>篇幅(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Written for:</source>
        <translation>讀者(&amp;W)：</translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation>語言(&amp;N)：</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>簡短</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>一般讀者</translation>
    </message>
    <message>
        <source>Experts</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>專業讀者</translation>
    </message>
    <message>
        <source>Young readers</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>青少年讀者</translation>
    </message>
    <message>
        <source>interest: %1</source>
        <extracomment>%1 is what a person said to be interested in.</extracomment>
        <translation>關注：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Length, readers, language, interest</source>
        <translation>篇幅、讀者、語言、興趣</translation>
    </message>
    <message>
        <source>Which summary</source>
        <translation>選擇摘要</translation>
    </message>
    <message>
        <source>Summaries of this book, the newest first</source>
        <translation>本書的摘要，最新在前</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget this earlier summary</source>
        <translation>捨棄這份舊摘要</translation>
    </message>
    <message>
        <source>Chapters and their summaries</source>
        <translation>章節及其摘要</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n 章</numerusform>
        </translation>
    </message>
    <message>
        <source>Current: %1</source>
        <extracomment>In the list of a book&apos;s summaries; %1 says when and how it was made.</extracomment>
        <translation>目前：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Read this chapter again</source>
        <translation>重讀本章</translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters have a summary; opens the list of chapters.</extracomment>
        <translation>%1 / %2 章</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>產生摘要</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation>停止；已完成的章節會保留</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀…</translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>太短，無需摘要</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>這本書的各部分都只有幾行，直接讀就好。</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>沒有可讀的內容</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>這個檔案沒有文字；掃描檔要先做文字辨識。</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>還沒有摘要</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>「產生摘要」會逐章讀過，再總覽全書。每個要點都指向它所出自的頁；書中沒有提到的會標出。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>全書</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>模型的 %n 個說法在書中找不到</numerusform>
        </translation>
    </message>
    <message>
        <source>not found in the text</source>
        <translation>書中找不到</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>摘自本章的原句</translation>
    </message>
    <message>
        <source>Read again</source>
        <extracomment>A link beside the heading of a chapter: summarise it once more.</extracomment>
        <translation>重讀</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>這裡沒有可摘要的內容。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TermModel</name>
    <message>
        <source>Character</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>術語</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>she</source>
        <translation>她</translation>
    </message>
    <message>
        <source>he</source>
        <translation>他</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯法</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>She/he</source>
        <translation>她/他</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>稱呼</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>次數</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>&amp;Into</source>
        <translation>譯為(&amp;I)</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>目標語言</translation>
    </message>
    <message>
        <source>Parts of the translation</source>
        <translation>翻譯的各部分</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation>校對</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>術語表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation>此版本所知的模型都不能在這兩種語言之間翻譯。</translation>
    </message>
    <message>
        <source>Models that can:</source>
        <translation>可以勝任的模型：</translation>
    </message>
    <message>
        <source>This model cannot translate this book well.</source>
        <translation>這個模型譯不好這本書。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>選擇模型…</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>仍要翻譯</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslationDesk</name>
    <message>
        <source>%1 - glossary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 術語表</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message>
        <source>S&amp;kip this chapter</source>
        <translation>略過本章(&amp;K)</translation>
    </message>
    <message>
        <source>Stop &amp;after this chapter</source>
        <translation>本章後停止(&amp;A)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不選</translation>
    </message>
    <message>
        <source>Share of the book that is translated</source>
        <translation>全書已翻譯的比例</translation>
    </message>
    <message>
        <source>Leaves the rest of this chapter for later and goes on with the next</source>
        <translation>本章其餘的留待以後，接著翻譯下一章</translation>
    </message>
    <message>
        <source>Finishes this chapter, then pauses</source>
        <translation>完成本章後暫停</translation>
    </message>
    <message>
        <source>Choose all chapters</source>
        <translation>選擇所有章節</translation>
    </message>
    <message>
        <source>Choose no chapter</source>
        <translation>不選任何章節</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>%1 words a minute</source>
        <translation>每分鐘 %1 字</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>每秒 %1 個 token</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>How long it still takes: &quot;about 2 hours left (1 h 40 min to 2 h 30 min)&quot;.</extracomment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Open a book to translate it.</source>
        <translation>開啟一本書來翻譯。</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation>已翻譯 %1 / %2 段。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>其中 %n 段需要檢查。</numerusform>
        </translation>
    </message>
    <message>
        <source>It pauses when this chapter is done.</source>
        <translation>本章完成後會暫停。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在準備…</translation>
    </message>
    <message>
        <source>Choose the chapters, then start. Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can pause at any time and go on later.</source>
        <translation>選擇章節，然後開始。開始之前，Longhand 會試譯本書的三個段落，並說明這個模型能否勝任。您可以隨時暫停，以後再繼續。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation>把書拖到這裡</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation>Longhand 能讀完整本書：逐章產生摘要，回答問題時給出每句話所依據的頁，並從頭到尾翻譯。支援 PDF、EPUB、純文字、Markdown 和 HTML。一切都在這部電腦上進行，一個位元組也不會傳出去。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>新增檔案…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>開啟入門書</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分鐘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小時</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>%1 is a number of hours, %2 a number of minutes.</extracomment>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <extracomment>%1 is a duration such as &quot;4 minutes&quot;.</extracomment>
        <translation>大約還需 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 頁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s)</source>
        <translation>
            <numerusform>%n 章</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the members of a list: several authors, languages, uses of a model.</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>第 %1 頁</translation>
    </message>
    <message>
        <source>ch. %1, ¶ %2</source>
        <extracomment>A place in a book without pages. %1 is the chapter, %2 the paragraph in it.</extracomment>
        <translation>第 %1 章第 %2 段</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>第 %1 章</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a chapter&apos;s number, %2 its title.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>working</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>finished with warnings</source>
        <translation>已完成，有警告</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>因問題停止</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <extracomment>%1 of %2 paragraphs of a book are translated.</extracomment>
        <translation>%1 / %2 段</translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters of a book are summarised.</extracomment>
        <translation>%1 / %2 章</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 token/秒</translation>
    </message>
    <message numerus="yes">
        <source>finished with %n warning(s)</source>
        <translation>
            <numerusform>已完成，有 %n 個警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 個警告</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole book was read for this answer</source>
        <translation>為回答此問讀了全書</translation>
    </message>
    <message>
        <source>The closest passages were read</source>
        <translation>讀了最接近的片段</translation>
    </message>
    <message>
        <source>Every chapter was read in turn</source>
        <translation>逐章讀了一遍</translation>
    </message>
    <message>
        <source>Answered from the book&apos;s own facts, without the model.</source>
        <translation>根據書本身的資訊回答，沒有用到模型。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 tokens).</source>
        <extracomment>%1 says what was read, %2 and %3 are numbers of tokens.</extracomment>
        <translation>%1（%2 / %3 個 token）。</translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>已通讀：%1 個 token，每步最多 %2，共 %n 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>已讀：%1 個 token，每步最多 %2，共 %n 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %1 % of %2 words in %n chapter(s).</source>
        <translation>
            <numerusform>讀了 %n 章共 %2 字的 %1%。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) were not read completely.</source>
        <translation>
            <numerusform>有 %n 章沒有讀完。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>沒有遺漏。</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between remarks on a text: &quot;repeats itself; nothing came back&quot;.</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 becomes a whole sentence.</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <extracomment>A job is running, but the server that does its work does not answer at the moment.</extracomment>
        <translation>正在等待伺服器</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Reads whole books on your own machine.</source>
        <translation>在您自己的電腦上讀完整本書。</translation>
    </message>
    <message>
        <source>Folder of the library.</source>
        <translation>書庫所在的資料夾。</translation>
    </message>
    <message>
        <source>GGUF file, Hugging Face folder or installed name.</source>
        <translation>GGUF 檔案、Hugging Face 資料夾或已安裝模型的名稱。</translation>
    </message>
    <message>
        <source>Books to add to the library.</source>
        <translation>要加入書庫的書。</translation>
    </message>
</context>
</TS>
