<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>longhand::ui::AskPane</name>
    <message>
        <source>Follow-up</source>
        <translation>追问</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>搜索这段对话</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>向这本书提问…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>你向这本书提的问题</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>这个问题与上面的回答有关</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Remove this conversation</source>
        <translation>移除这段对话</translation>
    </message>
    <message>
        <source>Do not ask about this passage</source>
        <translation>不就这个片段提问</translation>
    </message>
    <message>
        <source>What happens in “%1”?</source>
        <extracomment>A question to a book; %1 is the title of a chapter.</extracomment>
        <translation>“%1”讲了什么？</translation>
    </message>
    <message>
        <source>How many chapters does the book have?</source>
        <translation>这本书有多少章？</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>没有可提问的内容</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>这个文件没有文字；扫描件要先做文字识别。</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>向这本书提问</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>回答只来自这本书。每句话都指向它所依据的页；书中没有提到时，也会如实说明。</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation>可以先问：</translation>
    </message>
    <message>
        <source>No question or answer has these words.</source>
        <translation>没有含有这些词的提问或回答。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation>
            <numerusform>显示之前的 %n 个提问</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>书中没有提到。</translation>
    </message>
    <message>
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>没有在书中找到答案。以下片段最接近。</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>最接近的片段：</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>In front of a quotation that a question is about.</extracomment>
        <translation>关于：</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>书中无依据</translation>
    </message>
    <message>
        <source>Weak evidence: most of this answer was not found in the book.</source>
        <translation>依据不足：这个回答的大部分在书中没有找到。</translation>
    </message>
    <message>
        <source>The questions before it were in view.</source>
        <translation>回答时参考了之前的提问。</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>追问</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>About “%1” (%2)</source>
        <extracomment>Above the line for a question: the passage it will be about, and its page.</extracomment>
        <translation>关于“%1”（%2）</translation>
    </message>
    <message>
        <source>Ask about this passage…</source>
        <translation>就这个片段提问…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 个提问。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>What does this passage mean?</source>
        <extracomment>A question to the model about a passage that somebody selected.</extracomment>
        <translation>这个片段是什么意思？</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BackgroundDesk</name>
    <message>
        <source>A book is being worked on</source>
        <extracomment>Shown by the desktop as the reason why the computer does not go to sleep.</extracomment>
        <translation>正在处理一本书</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 says how a piece of work ended, %2 is a duration: &quot;about 4 min&quot;.</extracomment>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button of a notice: opens the book in the window.</extracomment>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BatchDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Translate several books</source>
        <translation>翻译多本书</translation>
    </message>
    <message>
        <source>Books to translate</source>
        <translation>要翻译的书</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>书</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>译为(&amp;I)</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Tick the books to translate.</source>
        <translation>请勾选要翻译的书。</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation>
            <numerusform>%n 本书，逐本进行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Together about %1.</source>
        <translation>合计约 %1。</translation>
    </message>
    <message>
        <source>How long it takes is known once the first one runs.</source>
        <translation>第一本开始后才能知道需要多久。</translation>
    </message>
    <message>
        <source>%1 of %2 books are through.</source>
        <translation>已处理 %1 / %2 本书。</translation>
    </message>
    <message>
        <source>All of them: about %1 left.</source>
        <translation>全部完成还需约 %1。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
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
        <translation>%1 - 问答</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation>显示该页</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Reading: %1 of %2</source>
        <extracomment>A file is being read. %1 and %2 are numbers of pages or parts.</extracomment>
        <translation>正在读：%1 / %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1（另有 %n 个问题）</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>书名</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章节(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>磁盘空间(&amp;D)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation>
            <numerusform>翻译 %n 本书(&amp;T)…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>翻译(&amp;T)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation>
            <numerusform>移除 %n 本书(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>输入密码(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Stop adding this file</source>
        <translation>停止添加此文件(&amp;S)</translation>
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
        <translation>没有符合条件的已知模型。请换一种用途，或把不适合这台电脑的也显示出来。</translation>
    </message>
    <message>
        <source>Models one could get</source>
        <translation>可获取的模型</translation>
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
        <translation>用于摘要和提问</translation>
    </message>
    <message>
        <source>For translation</source>
        <translation>用于翻译</translation>
    </message>
    <message>
        <source>&amp;Only what fits this computer (%1)</source>
        <extracomment>%1 is the memory of this computer, like &quot;16.0 GB&quot;.</extracomment>
        <translation>只显示适合这台电脑的（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Publisher&apos;s pa&amp;ge</source>
        <translation>发布者网页(&amp;G)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Fetch a model with your browser and drop the file on this window.</source>
        <translation>此版 Longhand 不含网络代码。请用浏览器下载模型，再把文件拖到这个窗口。</translation>
    </message>
    <message>
        <source>Longhand is offline and fetches nothing. To download a model here, allow it; you are asked again before each download.</source>
        <translation>Longhand 处于离线状态，不会下载任何东西。要在这里下载模型，请先允许；每次下载前还会再问一次。</translation>
    </message>
    <message>
        <source>&amp;Allow downloads</source>
        <translation>允许下载(&amp;A)</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>摘要、提问</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 种语言的翻译</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed · %1</source>
        <extracomment>Of a model in a list; %1 is what it is for.</extracomment>
        <translation>已安装 · %1</translation>
    </message>
    <message>
        <source>No file of this model is known for certain to work here. Its publisher&apos;s page leads to files; one with %1 weights in the GGUF format is what to look for.</source>
        <translation>这个模型还没有确定能在此运行的文件。它的发布者网页上可以找到文件，请选 GGUF 格式、%1 权重的。</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is an address, %2 the people who converted the file.</extracomment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>From %1 (converted by %2)</source>
        <translation>来自 %1（由 %2 转换）</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>可互译的语言：%1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation>重试(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Download (%1)…</source>
        <translation>下载（%1）(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CellDelegate</name>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message>
        <source>Chapters of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>“%1”的章节</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>&amp;Join with the one before</source>
        <translation>与前一章合并(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>本章正文</translation>
    </message>
    <message>
        <source>A chapter &amp;begins here</source>
        <translation>从这里开始新的一章(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Headings look like</source>
        <translation>标题形如(&amp;H)</translation>
    </message>
    <message>
        <source>Pattern of the headings</source>
        <translation>标题的样式</translation>
    </message>
    <message>
        <source># is a number in figures, Roman numerals or words; * is any text</source>
        <translation># 代表数字（阿拉伯数字、罗马数字或文字），* 代表任意文字</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source># is a number, * any text</source>
        <translation># 代表数字，* 代表任意文字</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>采用这些(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;As they were</source>
        <translation>恢复原状(&amp;A)</translation>
    </message>
    <message>
        <source>No paragraph looks like “%1”.</source>
        <translation>没有形如“%1”的段落。</translation>
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
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Words (about)</source>
        <translation>字数（约）</translation>
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
        <translation>进行中</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n 段待检查</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>已翻译</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message>
        <source>Close Longhand?</source>
        <translation>关闭 Longhand？</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation>
            <numerusform>还有 %n 个任务没有完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done so far is kept. After closing, the work goes on when Longhand is next started.</source>
        <translation>已完成的部分会保留。关闭后，下次启动 Longhand 时会接着做。</translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation>关闭，下次继续</translation>
    </message>
    <message>
        <source>Keep working, minimised</source>
        <translation>最小化，继续工作</translation>
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
        <translation>目录</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with the sources as numbered notes</source>
        <translation>复制，并将出处列为编号注释</translation>
    </message>
    <message>
        <source>Copy as &amp;formatted text</source>
        <translation>复制为带格式的文字(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as &amp;plain text</source>
        <translation>复制为纯文本(&amp;P)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Books (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</source>
        <translation>书 (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of “%1”. It is kept until you close Longhand, and never stored.</source>
        <translation>“%1”的密码。它只保留到你关闭 Longhand 为止，从不存盘。</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>导出译文</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>关于 Longhand</translation>
    </message>
    <message>
        <source>Longhand %1</source>
        <translation>Longhand %1</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Title of the book</source>
        <translation>书名</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>导出术语表</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>导入术语表</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Reads whole books on your own machine. Nothing is fetched unless you ask for it, and what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>在你自己的电脑上读完整本书。除非你要求，否则不下载任何东西；你读的和问的都留在这里。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DiskDialog</name>
    <message>
        <source>Disk space of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>“%1”占用的磁盘空间</translation>
    </message>
    <message>
        <source>Parts of the book</source>
        <translation>这本书的各个部分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Free &amp;earlier versions</source>
        <extracomment>Button: removes earlier versions of translated paragraphs from the disk.</extracomment>
        <translation>删除旧版本(&amp;E)</translation>
    </message>
    <message>
        <source>Free what was &amp;read</source>
        <extracomment>Button: removes what the model has read of a book and kept on the disk.</extracomment>
        <translation>删除已读内容(&amp;R)</translation>
    </message>
    <message>
        <source>What the model has read of it</source>
        <translation>模型已读的内容</translation>
    </message>
    <message>
        <source>%1 can be freed: what the model has read of the book, kept so that it answers sooner. The next question reads the book again.</source>
        <translation>可以腾出 %1：模型读这本书时保留下来、以便更快回答的内容。下次提问时会重新读这本书。</translation>
    </message>
    <message>
        <source>The file itself (our copy)</source>
        <translation>文件本身（书库中的副本）</translation>
    </message>
    <message>
        <source>Text and search index</source>
        <translation>文字和搜索索引</translation>
    </message>
    <message>
        <source>Where each letter stands on its page</source>
        <translation>每个字在页面上的位置</translation>
    </message>
    <message>
        <source>Summaries, answers, translations</source>
        <translation>摘要、回答、译文</translation>
    </message>
    <message>
        <source>Earlier versions of translated paragraphs</source>
        <translation>译文段落的旧版本</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 can be freed: earlier versions of translated paragraphs. The text, the summaries and the translation stay.</source>
        <translation>可以腾出 %1：译文段落的旧版本。正文、摘要和译文都会保留。</translation>
    </message>
    <message>
        <source>Nothing here can be freed without losing something.</source>
        <translation>这里没有可以腾出而不造成损失的内容。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>松开即可将 %n 个文件加入书库</numerusform>
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
        <translation>版式</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Translation alone</source>
        <translation>仅译文</translation>
    </message>
    <message>
        <source>Source, then translation</source>
        <translation>先原文，后译文</translation>
    </message>
    <message>
        <source>Translation, then source</source>
        <translation>先译文，后原文</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右对照</translation>
    </message>
    <message>
        <source>Nothing is translated yet.</source>
        <translation>还没有译文。</translation>
    </message>
    <message>
        <source>Every paragraph is translated.</source>
        <translation>所有段落都已翻译。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation>
            <numerusform>还有 %n 段没有翻译，将保留原文并加以标记。</numerusform>
        </translation>
    </message>
    <message>
        <source>For e-readers. Pictures, notes and design of the book stay.</source>
        <translation>供电子书阅读器使用。保留书中的图片、注释和设计。</translation>
    </message>
    <message>
        <source>For printing: the text set anew, with a contents.</source>
        <translation>供打印：文字重新排版，附目录。</translation>
    </message>
    <message>
        <source>For going on in a word processor. Headings make its contents.</source>
        <translation>供在文字处理软件中继续编辑。标题会组成目录。</translation>
    </message>
    <message>
        <source>One page for a browser.</source>
        <translation>一个网页，用浏览器打开。</translation>
    </message>
    <message>
        <source>For notes and the web.</source>
        <translation>供笔记和网站使用。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Words alone.</source>
        <translation>只有文字。</translation>
    </message>
    <message>
        <source>A translation memory for other translation programs. What is not translated is left out.</source>
        <translation>供其他翻译软件使用的翻译记忆库。没有翻译的不包含在内。</translation>
    </message>
    <message>
        <source>A table of every paragraph with its translation, state and warnings.</source>
        <translation>每个段落及其译文、状态和警告的表格。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message>
        <source>The file “%1” is no longer there. Check where it is and drop it again.</source>
        <translation>文件“%1”已不在原处。请找到它，再拖入一次。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that you may read it, then drop it again.</source>
        <translation>无法打开文件“%1”。请确认你有读取权限，再拖入一次。</translation>
    </message>
    <message>
        <source>Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop it again.</source>
        <translation>“%1”中什么也读不出来：文件已损坏。请重新获取一份，再拖入一次。</translation>
    </message>
    <message>
        <source>Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without copy protection; convert the file to one of these.</source>
        <translation>Longhand 读不了“%1”。它能读没有复制保护的 PDF、EPUB、纯文本、Markdown 和 HTML；请把文件转换成其中一种。</translation>
    </message>
    <message>
        <source>“%1” is protected with a password. Enter the password to read it.</source>
        <translation>“%1”有密码保护。请输入密码后阅读。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space to add “%1”. Free some and drop the file again.</source>
        <translation>内存或磁盘空间不足，无法添加“%1”。请腾出一些空间，再拖入一次。</translation>
    </message>
    <message>
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data-dir and another folder.</source>
        <translation>书库所在的文件夹无法写入。请检查权限，或用 --data-dir 指定另一个文件夹启动 Longhand。</translation>
    </message>
    <message>
        <source>The library is damaged. The details say where its last backup is; put it in place and start again.</source>
        <translation>书库已损坏。详细信息中写明了最近的备份在哪里；请把它放回原处后重新启动。</translation>
    </message>
    <message>
        <source>The disk of the library is full. Free some space and start again.</source>
        <translation>书库所在的磁盘已满。请腾出一些空间后重新启动。</translation>
    </message>
    <message>
        <source>Another program is working on the library. Wait until it has finished, then try again.</source>
        <translation>另一个程序正在使用书库。请等它结束后再试。</translation>
    </message>
    <message>
        <source>No language model was found. Choose a model file (GGUF) in the menu Assistant, then start again.</source>
        <translation>没有找到语言模型。请在“助手”菜单中选择模型文件（GGUF），再重新开始。</translation>
    </message>
    <message>
        <source>The model file cannot be opened. Check that you may read it, or choose another.</source>
        <translation>模型文件无法打开。请确认你有读取权限，或另选一个。</translation>
    </message>
    <message>
        <source>The model file is damaged or incomplete. Fetch it again, or choose another.</source>
        <translation>模型文件已损坏或不完整。请重新获取，或另选一个。</translation>
    </message>
    <message>
        <source>This version cannot compute this model. Choose another model file.</source>
        <translation>此版本无法运行这个模型。请另选一个模型文件。</translation>
    </message>
    <message>
        <source>The model does not fit into memory. Close other programs or choose a smaller model.</source>
        <translation>内存装不下这个模型。请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>无法写入“%1”。请另选一个文件夹。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written. Free some space and export again.</source>
        <translation>磁盘已满：“%1”没有写入。请腾出一些空间，再导出一次。</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this form. Choose a name that ends in .txt, .md, .html or .epub.</source>
        <translation>“%1”不能以这种形式写入。请使用以 .txt、.md、.html 或 .epub 结尾的文件名。</translation>
    </message>
    <message>
        <source>Something it needs is no longer there.</source>
        <translation>所需的内容已不在原处。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>有文件无法读取或写入。</translation>
    </message>
    <message>
        <source>A file contradicts its own format.</source>
        <translation>有文件与自身的格式不符。</translation>
    </message>
    <message>
        <source>This version, or this model, cannot do it.</source>
        <translation>此版本或这个模型做不到。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space. Free some and continue; what is finished is kept.</source>
        <translation>内存或磁盘空间不足。请腾出一些后继续；已完成的会保留。</translation>
    </message>
    <message>
        <source>It was stopped. What is finished is kept.</source>
        <translation>已停止。已完成的会保留。</translation>
    </message>
    <message>
        <source>The request makes no sense as it stands.</source>
        <translation>这个请求本身说不通。</translation>
    </message>
    <message>
        <source>A password is missing or wrong.</source>
        <translation>缺少密码或密码不对。</translation>
    </message>
    <message>
        <source>Another window or command is working on it. Wait until it has finished, or stop it there.</source>
        <translation>另一个窗口或命令正在处理它。请等它结束，或在那边停止。</translation>
    </message>
    <message>
        <source>This is a mistake in Longhand. What is finished is kept; try again, and report it with the details if it comes back.</source>
        <translation>这是 Longhand 自身的错误。已完成的会保留；请再试一次，若再次出现，请附上详细信息报告。</translation>
    </message>
    <message>
        <source>The library could not be opened.</source>
        <translation>书库无法打开。</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>“%1”没有加入。</translation>
    </message>
    <message>
        <source>The book could not be opened.</source>
        <translation>这本书无法打开。</translation>
    </message>
    <message>
        <source>This page cannot be shown; its text can still be read.</source>
        <translation>这一页无法显示；文字仍可阅读。</translation>
    </message>
    <message>
        <source>The book was not removed.</source>
        <translation>这本书没有移除。</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>任务无法开始。</translation>
    </message>
    <message>
        <source>The work stopped.</source>
        <translation>任务中断了。</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>模型无法加载。</translation>
    </message>
    <message>
        <source>“%1” was not written.</source>
        <translation>“%1”没有写入。</translation>
    </message>
    <message>
        <source>the model repeated itself and was stopped</source>
        <translation>模型陷入重复，已被停止</translation>
    </message>
    <message>
        <source>the answer reached its length limit</source>
        <translation>回答达到了长度上限</translation>
    </message>
    <message>
        <source>tried more than once</source>
        <translation>尝试了不止一次</translation>
    </message>
    <message>
        <source>left in the source language</source>
        <translation>仍是原文</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>有重复</translation>
    </message>
    <message>
        <source>unusually long or short</source>
        <translation>过长或过短</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>没有返回内容</translation>
    </message>
    <message>
        <source>emphasis or links may be misplaced</source>
        <translation>强调或链接的位置可能不对</translation>
    </message>
    <message>
        <source>numbers differ from the source</source>
        <translation>数字与原文不一致</translation>
    </message>
    <message>
        <source>not all of the text was read</source>
        <translation>没有读完全部文字</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</source>
        <translation>
            <numerusform>有 %n 页是没有文字的图片，未包含在内；请先做文字识别，再拖入一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are empty.</source>
        <translation>
            <numerusform>有 %n 页是空白页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n page(s) cannot be decoded. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>有 %n 页的文字无法解码，未包含在内；换一份文件也许可以。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>有 %n 页无法读取，未包含在内；换一份文件也许可以。</numerusform>
        </translation>
    </message>
    <message>
        <source>longer or shorter than usual</source>
        <translation>比通常长或短</translation>
    </message>
    <message>
        <source>the model refused</source>
        <translation>模型拒绝了</translation>
    </message>
    <message>
        <source>the same as the segment beside it</source>
        <translation>与相邻段落相同</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>此文件中没有可读的文字。如果页面是图片，请先做文字识别，再拖入结果。</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>“%1”已不在原处。</translation>
    </message>
    <message>
        <source>“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once more.</source>
        <translation>“%1”不是模型，或已损坏、不完整。请重新获取，再拖入一次。</translation>
    </message>
    <message>
        <source>This version of Longhand cannot compute “%1”. A GGUF file of the Llama family with Q8_0, Q4_0, Q4_1 or 16-bit weights works.</source>
        <translation>此版 Longhand 无法运行“%1”。可用的是 Llama 家族、Q8_0、Q4_0、Q4_1 或 16 位权重的 GGUF 文件。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space, or leave the file where it is.</source>
        <translation>磁盘放不下“%1”。请腾出一些空间，或让文件留在原处。</translation>
    </message>
    <message>
        <source>“%1” does not lie in the data folder. Remove it where it is.</source>
        <translation>“%1”不在数据文件夹中。请到它所在的位置移除。</translation>
    </message>
    <message>
        <source>Longhand is offline, so “%1” was not downloaded. Allow the network in the preferences first.</source>
        <translation>Longhand 处于离线状态，因此没有下载“%1”。请先在首选项中允许使用网络。</translation>
    </message>
    <message>
        <source>The server no longer has the file of “%1”. Look for it on its publisher&apos;s page.</source>
        <translation>服务器上已没有“%1”的文件。请到发布者网页上查找。</translation>
    </message>
    <message>
        <source>What came of “%1” is not what it should be, so it was deleted. Download it again.</source>
        <translation>收到的“%1”与应有的不符，已删除。请重新下载。</translation>
    </message>
    <message>
        <source>The download of “%1” broke off. What came is kept; continue when the connection is back.</source>
        <translation>“%1”的下载中断。已收到的会保留；连接恢复后请继续。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space and download it again.</source>
        <translation>磁盘放不下“%1”。请腾出一些空间，再下载一次。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Download “%1” with a browser and drop the file here.</source>
        <translation>此版 Longhand 不含网络代码。请用浏览器下载“%1”，再把文件拖到这里。</translation>
    </message>
    <message>
        <source>Work on this book is not over. Cancel it in the list of jobs (F8), then try again.</source>
        <translation>这本书的任务还没有结束。请在任务列表（F8）中取消，再试一次。</translation>
    </message>
    <message>
        <source>The book was not changed.</source>
        <translation>这本书没有更改。</translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until you close Longhand.</source>
        <translation>设置无法保存。它们在你关闭 Longhand 之前有效。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>“%1”无法读取。</translation>
    </message>
    <message>
        <source>“%1” was not removed.</source>
        <translation>“%1”没有移除。</translation>
    </message>
    <message>
        <source>“%1” could not be checked.</source>
        <translation>“%1”无法检查。</translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation>“%1”没有下载。</translation>
    </message>
    <message>
        <source>ends in other punctuation</source>
        <translation>结尾标点不同</translation>
    </message>
    <message>
        <source>quotation marks differ</source>
        <translation>引号不同</translation>
    </message>
    <message>
        <source>brackets differ</source>
        <translation>括号不同</translation>
    </message>
    <message>
        <source>line breaks differ</source>
        <translation>换行不同</translation>
    </message>
    <message>
        <source>a term of the glossary is missing</source>
        <translation>术语没有按术语表翻译</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>译成了别的语言</translation>
    </message>
    <message>
        <source>pronouns against the character sheet</source>
        <translation>代词与人物表不符</translation>
    </message>
    <message>
        <source>The address or the key cannot be used. An address begins with http:// or https://; a key is sent only over https or to this computer.</source>
        <translation>地址或密钥无法使用。地址以 http:// 或 https:// 开头；密钥只会通过 https 发送，或发送到本机。</translation>
    </message>
    <message>
        <source>No server of language models answers at this address. Check the address, and that the server is running.</source>
        <translation>此地址没有语言模型服务器应答。请检查地址，并确认服务器正在运行。</translation>
    </message>
    <message>
        <source>The server does not have this model. Leave the field empty to use the first that it has.</source>
        <translation>服务器上没有这个模型。留空则使用它的第一个模型。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code, so it cannot use a server.</source>
        <translation>此构建的 Longhand 不含网络代码，因此无法使用服务器。</translation>
    </message>
    <message>
        <source>the book is not studied</source>
        <translation>不会学习这本书</translation>
    </message>
    <message>
        <source>the form of answers is checked, not enforced</source>
        <translation>回答的形式只检查，不强制</translation>
    </message>
    <message>
        <source>what was read is not kept for the next question</source>
        <translation>读过的内容不会留给下一个提问</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>无法询问服务器。</translation>
    </message>
    <message>
        <source>the model could not be asked about all of it</source>
        <translation>未能就全部内容询问模型</translation>
    </message>
    <message>
        <source>With the model %1 on a server: %2.</source>
        <extracomment>%1 is a model on a server, %2 what it goes without, such as &quot;the book is not studied; ...&quot;.</extracomment>
        <translation>使用服务器上的模型 %1：%2。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The server has not answered for a long time, so the work stopped. What is finished is kept; continue when the server is back.</source>
        <translation>服务器长时间没有应答，因此工作已停止。已完成的部分会保留；服务器恢复后请继续。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Find in this book</source>
        <translation>在本书中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not in this book</source>
        <translation>本书中没有</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the places found is shown, and how many there are.</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindingsDesk</name>
    <message>
        <source>Copied as Markdown.</source>
        <translation>已复制为 Markdown。</translation>
    </message>
    <message>
        <source>Copied as plain text.</source>
        <translation>已复制为纯文本。</translation>
    </message>
    <message>
        <source>Copied with its sources.</source>
        <translation>已连同出处复制。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation>本章正文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message>
        <source>&amp;Find names in the book</source>
        <translation>查找书中的专有名词(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>确认(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒绝(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>From a CSV table; terms of the same name are replaced</source>
        <translation>从 CSV 表格导入；同名术语会被替换</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新术语</translation>
    </message>
    <message>
        <source>Its translation</source>
        <translation>它的译法</translation>
    </message>
    <message>
        <source>Glossary and characters</source>
        <translation>术语表与人物</translation>
    </message>
    <message>
        <source>Reading the whole book for names…</source>
        <translation>正在通读全书，查找专有名词…</translation>
    </message>
    <message>
        <source>Reading the whole book for names: %1 %</source>
        <translation>正在通读全书，查找专有名词：%1%</translation>
    </message>
    <message>
        <source>Names and words that should always be translated the same way. Longhand looks for them in the whole book; you confirm and give the translation. Confirmed ones are used from the next paragraph on, and checked in every one.</source>
        <translation>需要始终译法一致的名称和词语。Longhand 会在全书中找出它们，由你确认并给出译法。已确认的从下一段起使用，并在每一段中检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation>
            <numerusform>%n 条已确认，正在使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation>
            <numerusform>%n 条待定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::InstalledView</name>
    <message>
        <source>No model is here yet. Drop a GGUF file or a Hugging Face folder on the window, or look under “Get a model”.</source>
        <translation>这里还没有模型。请把 GGUF 文件或 Hugging Face 文件夹拖到窗口，或到“获取模型”中查看。</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>In use for %1</source>
        <extracomment>%1 lists what a model is used for: &quot;summaries, questions&quot;.</extracomment>
        <translation>用于：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobDesk</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message>
        <source>Progress of the running job</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n 个任务等待中</numerusform>
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
        <translation>没有任务。所有书的摘要、提问和翻译在进行时都会出现在这里，直到你移除为止。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Remove all finished</source>
        <translation>移除所有已完成的</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Stops and frees the model&apos;s memory; nothing finished is lost</source>
        <translation>停止并释放模型占用的内存；已完成的不会丢失</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message>
        <source>Search titles and texts</source>
        <translation>搜索书名和正文</translation>
    </message>
    <message>
        <source>Order of the books</source>
        <translation>书的排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按书名</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>按作者</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长在前</translation>
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
        <translation>列表</translation>
    </message>
    <message>
        <source>Add books</source>
        <translation>添加书籍</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation>没有符合的书名。</translation>
    </message>
    <message>
        <source>Places in the texts</source>
        <translation>正文中的位置</translation>
    </message>
    <message>
        <source>Nothing in the texts.</source>
        <translation>正文中没有找到。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation>
            <numerusform>正文中有 %n 处，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation>
            <numerusform>分布在 %n 本书中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation>
            <numerusform>%n 本书，占用磁盘 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPane</name>
    <message>
        <source>Find a book</source>
        <translation>查找书</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalAssistant</name>
    <message>
        <source>no model</source>
        <translation>没有模型</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalTranslations</name>
    <message>
        <source>The model could not translate this passage.</source>
        <translation>模型无法翻译这个片段。</translation>
    </message>
    <message>
        <source>The translation of this passage was stopped.</source>
        <translation>这个片段的翻译已停止。</translation>
    </message>
    <message>
        <source>This passage is too long to be translated at once. Select less, or translate the chapter.</source>
        <translation>这个片段太长，无法一次翻译。请少选一些，或翻译整章。</translation>
    </message>
    <message>
        <source>Every attempt failed the checks. The translation stays as it was.</source>
        <translation>每次尝试都没有通过检查，译文保持原样。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>&amp;Assistant</source>
        <translation>助手(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation>生成摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation>提问(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>翻译(&amp;T)</translation>
    </message>
    <message>
        <source>Translate several &amp;books…</source>
        <translation>翻译多本书(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation>暂停当前任务(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Welcome book</source>
        <translation>入门书(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About Longhand</source>
        <translation>关于 Longhand(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>书(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Export the &amp;summary…</source>
        <translation>导出摘要(&amp;S)…</translation>
    </message>
    <message>
        <source>Export the &amp;questions…</source>
        <translation>导出问答(&amp;Q)…</translation>
    </message>
    <message>
        <source>Export the &amp;translation…</source>
        <translation>导出译文(&amp;T)…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章节(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>磁盘空间(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>从书库移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation>切换页面与文字(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>适合宽度(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Find in this book…</source>
        <translation>在本书中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to a &amp;page or chapter…</source>
        <translation>转到页或章(&amp;P)…</translation>
    </message>
    <message>
        <source>Search in &amp;all books…</source>
        <translation>搜索所有书(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>窗口的上一部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>书库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>阅读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>提问(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻译(&amp;T)</translation>
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
        <translation>提问</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation>
            <numerusform>从 Longhand 上次关闭时的位置继续 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>有 %n 个任务没有完成。已完成的部分会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 — Longhand</translation>
    </message>
    <message>
        <source>Ask about the s&amp;election…</source>
        <translation>就所选片段提问(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xplain the selection</source>
        <translation>解释所选片段(&amp;X)</translation>
    </message>
    <message>
        <source>T&amp;ranslate the selection</source>
        <translation>翻译所选片段(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Books and contents at the side</source>
        <translation>书库与目录侧栏(&amp;B)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDetails</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Tokens read at once</source>
        <translation>一次读取的词元数</translation>
    </message>
    <message>
        <source>How the text read is kept</source>
        <translation>已读文字的保存精度</translation>
    </message>
    <message>
        <source>&amp;Read at once:</source>
        <translation>一次读取(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Kept in:</source>
        <translation>保存精度(&amp;K)：</translation>
    </message>
    <message>
        <source>Use it for</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>提问(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻译(&amp;T)</translation>
    </message>
    <message>
        <source>Preset for: %1</source>
        <translation>“%1”所用的预设</translation>
    </message>
    <message>
        <source>&amp;Check the file</source>
        <translation>检查文件(&amp;C)</translation>
    </message>
    <message>
        <source>Reads all of it and compares its checksum</source>
        <translation>读取全部内容并比对校验和</translation>
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
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Family %1, vocabulary of %2, %3</source>
        <extracomment>%1 is the family of the model (&quot;llama&quot;), %2 a number of words it knows.</extracomment>
        <translation>%1 家族，词表大小 %2，%3</translation>
    </message>
    <message>
        <source>byte pairs</source>
        <translation>字节对编码</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; measured here to work up to %2</source>
        <translation>声称一次可读 %1；本机实测到 %2 可用</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; not measured here</source>
        <translation>声称一次可读 %1；未在本机实测</translation>
    </message>
    <message>
        <source>Holds a conversation (%1)</source>
        <translation>可以对话（%1）</translation>
    </message>
    <message>
        <source>Its way of holding a conversation is not known to Longhand</source>
        <translation>Longhand 不了解它的对话格式</translation>
    </message>
    <message>
        <source>Holds no conversation: summaries and questions do not work with it</source>
        <translation>不能对话：无法用于摘要和提问</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>可互译的语言：%1</translation>
    </message>
    <message>
        <source>The file states no licence</source>
        <translation>文件没有注明许可证</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Lies outside Longhand&apos;s folder; only a link to it is kept</source>
        <translation>位于 Longhand 的文件夹之外；只保留指向它的链接</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>默认预设</translation>
    </message>
    <message>
        <source>Usual preset (%1)</source>
        <translation>默认预设（%1）</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDialogs</name>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Add “%1”?</source>
        <translation>添加“%1”？</translation>
    </message>
    <message>
        <source>A copy in Longhand&apos;s folder stays when the file is moved or deleted; where the disk can share it, it takes no room. Left where it is, only a link is kept.</source>
        <translation>复制到 Longhand 的文件夹后，即使原文件移动或删除也会保留；若磁盘支持共享，则不另占空间。留在原处则只保留一个链接。</translation>
    </message>
    <message>
        <source>&amp;Copy it</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave it where it is</source>
        <translation>留在原处(&amp;L)</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Download %1 (%2)?</source>
        <translation>下载 %1（%2）？</translation>
    </message>
    <message>
        <source>It comes from %1; that server learns this computer&apos;s address and which file is fetched, and nothing of your books.</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>文件来自 %1；该服务器会得知这台电脑的地址和下载的是哪个文件，但不会得知任何关于书的内容。</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>This allows Longhand to use the network for downloads that you ask for. The preferences (Ctrl+,) switch it off again.</source>
        <translation>这会允许 Longhand 使用网络进行你要求的下载。可在首选项（Ctrl+,）中再次关闭。</translation>
    </message>
    <message>
        <source>&amp;Allow and download</source>
        <translation>允许并下载(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
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
        <translation>%1B 参数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <extracomment>Size of a model. %1 is a number like 135.</extracomment>
        <translation>%1M 参数</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>%1 is a number. A token is a piece of a word, as a model reads it.</extracomment>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>32 bit (exact)</source>
        <translation>32 位（精确）</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 位（常用）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 位（内存减半）</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>摘要、提问</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 种语言的翻译</numerusform>
        </translation>
    </message>
    <message>
        <source>continues text, but holds no conversation</source>
        <translation>能续写文字，但不能对话</translation>
    </message>
    <message>
        <source>the memory of this computer is not known</source>
        <translation>这台电脑的内存未知</translation>
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
        <translation>无论多短都放不下</translation>
    </message>
    <message>
        <source>Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6</source>
        <extracomment>Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to compute in, %4 all of them, %5 what is free, %6 says whether it fits.</extracomment>
        <translation>权重 %1 + 已读文字 %2 + 运算空间 %3 = %4，可用 %5：%6</translation>
    </message>
    <message>
        <source>Unchanged: it is the file that its publisher made.</source>
        <translation>没有改动：就是发布者制作的文件。</translation>
    </message>
    <message>
        <source>Unchanged: it is as it was when it came here.</source>
        <translation>没有改动：与来到这里时一样。</translation>
    </message>
    <message>
        <source>This is not the file it should be: it was changed or damaged. Fetch it again.</source>
        <translation>这不是应有的文件：它被改动或损坏了。请重新获取。</translation>
    </message>
    <message>
        <source>“%1” is not what it should be: it was changed or damaged. Fetch the model again.</source>
        <translation>“%1”与应有的不符：它被改动或损坏了。请重新获取模型。</translation>
    </message>
    <message>
        <source>It reads well, but no checksum of it is known to compare it with.</source>
        <translation>读取正常，但没有已知的校验和可供比对。</translation>
    </message>
    <message>
        <source>no graphics card needed</source>
        <translation>不需要显卡</translation>
    </message>
    <message>
        <source>for a card of %1 GB</source>
        <translation>适合 %1 GB 的显卡</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 发布</translation>
    </message>
    <message>
        <source>needs %1 of memory</source>
        <extracomment>%1 is an amount like &quot;2.2 GB&quot;.</extracomment>
        <translation>需要 %1 内存</translation>
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
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>正在下载：%1</translation>
    </message>
    <message>
        <source>Comparing the checksum: %1</source>
        <translation>正在比对校验和：%1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <source>Downloaded and compared with its checksum</source>
        <translation>已下载，校验和一致</translation>
    </message>
    <message>
        <source>Downloaded; there was no checksum to compare it with</source>
        <translation>已下载；没有可比对的校验和</translation>
    </message>
    <message>
        <source>Its SHA-256 checksum is known: %1</source>
        <translation>已知其 SHA-256 校验和：%1</translation>
    </message>
    <message>
        <source>Longhand knows no checksum of it, so the file cannot be checked against its publisher; one that the server names is compared.</source>
        <translation>Longhand 不知道它的校验和，因此无法核对文件是否出自发布者；若服务器给出校验和，则会比对。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsDesk</name>
    <message>
        <source>These bytes are here already, as “%1”.</source>
        <translation>同样的文件已经在这里，名为“%1”。</translation>
    </message>
    <message>
        <source>“%1” is added. Choose below what it is used for.</source>
        <translation>“%1”已添加。请在下方选择它的用途。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>“%1”已移除。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Choose under “On this computer” what it is used for.</source>
        <translation>“%1”已下载。请在“本机”中选择它的用途。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>The language model in use; Ctrl+M shows them all</source>
        <translation>正在使用的语言模型；按 Ctrl+M 查看全部</translation>
    </message>
    <message>
        <source>The language models in use; Ctrl+M shows them all</source>
        <translation>正在使用的各个语言模型；按 Ctrl+M 查看全部</translation>
    </message>
    <message>
        <source>Downloads allowed</source>
        <translation>允许下载</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Models are fetched when you ask for them. Nothing of your books leaves this computer.</source>
        <translation>只在你要求时下载模型。书的内容绝不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Nothing is fetched, and nothing leaves this computer.</source>
        <translation>不会下载任何东西，也没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>a server&apos;s model</source>
        <translation>服务器的模型</translation>
    </message>
    <message>
        <source>The language model in use; the preferences say which server has it</source>
        <translation>正在使用的语言模型；首选项中写有它所在的服务器</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <extracomment>In the status bar. %1 is the address of a server.</extracomment>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>The text of your books, your questions and the answers go to %1.</source>
        <translation>你的书籍文字、提问和回答会发送到 %1。</translation>
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
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation>正在复制模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Adding the model…</source>
        <translation>正在添加模型…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageArea</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PairsView</name>
    <message>
        <source>The paragraph being translated</source>
        <translation>正在翻译的段落</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>未翻译：每次尝试都没有通过检查。</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>保留原样。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PassageBar</name>
    <message>
        <source>Ask…</source>
        <translation>提问…</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Translation of the passage</source>
        <translation>片段的译文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Into %1:</source>
        <extracomment>Above the translation of a selected passage; %1 is a language.</extracomment>
        <translation>译为%1：</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>正在翻译…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDesk</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
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
        <translation>首选项</translation>
    </message>
    <message>
        <source>Some of the settings file could not be used; the defaults count there: %1</source>
        <translation>设置文件中有些内容无法使用，这些项目采用默认值：%1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language of Longhand:</source>
        <translation>Longhand 的语言(&amp;L)：</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>The language changes when Longhand is started the next time.</source>
        <translation>语言在下次启动 Longhand 时更改。</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C)：</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
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
        <translation>任务</translation>
    </message>
    <message>
        <source>Write &amp;summaries in:</source>
        <translation>摘要的语言(&amp;S)：</translation>
    </message>
    <message>
        <source>The language of the book</source>
        <translation>书的语言</translation>
    </message>
    <message>
        <source>&amp;Translate into:</source>
        <translation>翻译为(&amp;T)：</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Model for s&amp;ummaries:</source>
        <translation>摘要所用模型(&amp;U)：</translation>
    </message>
    <message>
        <source>Model for &amp;questions:</source>
        <translation>提问所用模型(&amp;Q)：</translation>
    </message>
    <message>
        <source>Model for t&amp;ranslation:</source>
        <translation>翻译所用模型(&amp;R)：</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Us&amp;ual preset:</source>
        <translation>默认预设(&amp;U)：</translation>
    </message>
    <message>
        <source>what is free</source>
        <translation>所有空闲内存</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory a model may take:</source>
        <translation>模型可用的内存(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation>预设(&amp;P)…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Privacy and desktop</source>
        <translation>隐私与桌面</translation>
    </message>
    <message>
        <source>Allow &amp;downloads of models</source>
        <translation>允许下载模型(&amp;D)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; nothing can be fetched.</source>
        <translation>此版 Longhand 不含网络代码，无法下载任何东西。</translation>
    </message>
    <message>
        <source>&amp;Notify me when long work is over</source>
        <translation>长时间的任务结束时通知我(&amp;N)</translation>
    </message>
    <message>
        <source>With what went wrong, if anything did. Only while the window is not in front.</source>
        <translation>若出了问题，会一并说明。仅在窗口不在前台时通知。</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while it works</source>
        <translation>工作时让电脑保持唤醒(&amp;K)</translation>
    </message>
    <message>
        <source>It may sleep again as soon as the work is done or paused; the screen may go dark at any time.</source>
        <translation>任务完成或暂停后，电脑即可再次休眠；屏幕随时可以关闭。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Everything Longhand keeps lies in %1; the settings in %2.</source>
        <translation>Longhand 保存的一切都在 %1；设置在 %2。</translation>
    </message>
    <message>
        <source>&amp;Keep what the model has read</source>
        <translation>保留模型已读的内容(&amp;K)</translation>
    </message>
    <message>
        <source>A book that was read for a question is then not read again for the next one, also after Longhand was closed. What was not used for the longest time goes first.</source>
        <translation>为一个提问读过的书，下一个提问时不必再读，关闭 Longhand 之后也是如此。最久未用的最先删除。</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>上限(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Free this space</source>
        <translation>腾出这些空间(&amp;F)</translation>
    </message>
    <message>
        <source>Books: %1
Models: %2
Texts, results and search index: %3
What the model has read: %4
Free on this disk: %5</source>
        <translation>书：%1
模型：%2
文字、结果和搜索索引：%3
模型已读的内容：%4
此磁盘可用空间：%5</translation>
    </message>
    <message>
        <source>Longhand&apos;s own</source>
        <translation>Longhand 自带</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <extracomment>A model that was chosen and is no longer there. %1 is its file.</extracomment>
        <translation>%1（已不存在）</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>默认预设</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Off, nothing is fetched. On, Longhand fetches a model when you ask for one, and asks again before. Your books, questions and answers do not leave this computer for that.</source>
        <translation>关闭时不会获取任何内容。开启后，Longhand 会在你要求时获取模型，并在此之前再次询问。你的书籍、提问和回答不会因此离开这台计算机。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PresetDialog</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>&amp;New from this one</source>
        <translation>以此新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>尽可能多</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 位（常用）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 位（内存减半）</translation>
    </message>
    <message>
        <source>32 bit (exact, twice the memory)</source>
        <translation>32 位（精确，占用双倍内存）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as set for all</source>
        <translation>与总设置相同</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>as each task wants</source>
        <translation>由各任务决定</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名称(&amp;A)：</translation>
    </message>
    <message>
        <source>Reads at once, at most (&amp;tokens):</source>
        <translation>一次最多读取（词元）(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Keeps what it read in:</source>
        <translation>已读内容的保存精度(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Processor threads:</source>
        <translation>处理器线程(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Memory, at most:</source>
        <translation>内存上限(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Variety of words (temperature):</source>
        <translation>用词变化（温度）(&amp;V)：</translation>
    </message>
    <message>
        <source>Share of &amp;likely words (top-p):</source>
        <translation>可能词的占比（top-p）(&amp;L)：</translation>
    </message>
    <message>
        <source>This one comes with Longhand and stays as it is; make a new one from it to change it.</source>
        <translation>此预设随 Longhand 提供，不能更改；要修改，请以它新建一个。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Graphics card, where one can</source>
        <translation>有可用显卡时用显卡</translation>
    </message>
    <message>
        <source>Graphics card only</source>
        <translation>只用显卡</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>&amp;Computes on:</source>
        <translation>计算设备(&amp;C)：</translation>
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
        <translation>细致</translation>
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
        <translation>没有返回内容</translation>
    </message>
    <message>
        <source>Unusually long or short</source>
        <translation>过长或过短</translation>
    </message>
    <message>
        <source>Repeats itself</source>
        <translation>有重复</translation>
    </message>
    <message>
        <source>The same as the paragraph beside it</source>
        <translation>与相邻段落相同</translation>
    </message>
    <message>
        <source>Numbers, quotation marks or punctuation</source>
        <translation>数字、引号或标点</translation>
    </message>
    <message>
        <source>A term of the glossary is missing</source>
        <translation>术语没有按术语表翻译</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>译成了别的语言</translation>
    </message>
    <message>
        <source>Pronouns against the character sheet</source>
        <translation>代词与人物表不符</translation>
    </message>
    <message>
        <source>Emphasis or links misplaced</source>
        <translation>强调或链接错位</translation>
    </message>
    <message>
        <source>Paragraphs and their translations</source>
        <translation>段落及其译文</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Which warnings</source>
        <translation>按警告筛选</translation>
    </message>
    <message>
        <source>Any or no warning</source>
        <translation>有无警告均可</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>有警告</translation>
    </message>
    <message>
        <source>Which states</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任何状态</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待检查</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
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
        <translation>保留原样</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Which chapter</source>
        <translation>按章节筛选</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Find in the translation</source>
        <translation>在译文中查找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>A regular expression; $1 stands for its first group</source>
        <translation>正则表达式；$1 代表第一个分组</translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation>全部替换(&amp;L)</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>锁定(&amp;K)</translation>
    </message>
    <message>
        <source>Neither jobs nor replacements touch a locked paragraph</source>
        <translation>任务和替换都不会改动已锁定的段落</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Instruction, such as “more formal” (may be empty)</source>
        <translation>附加要求，如“更正式一些”（可留空）</translation>
    </message>
    <message>
        <source>Instruction for translating again</source>
        <translation>重新翻译的附加要求</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>重新翻译(&amp;T)</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>所有章节</translation>
    </message>
    <message>
        <source>This pattern is not complete.</source>
        <translation>表达式不完整。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation>
            <numerusform>将更改 %n 段，结果如所示。</numerusform>
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
        <translation>解锁(&amp;K)</translation>
    </message>
    <message>
        <source>Translating again…</source>
        <translation>正在重新翻译…</translation>
    </message>
    <message>
        <source>Paragraph %1 of chapter %2 is translated again.</source>
        <translation>第 %2 章第 %1 段已重新翻译。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation>
            <numerusform>已更改 %n 段。“撤销”可全部恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>模型所译</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One version of a paragraph: its text, and who made it.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无内容</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation>没有旧版本</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReaderPane</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation>显示文字而不是页面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source> of %1</source>
        <extracomment>Behind the number of a page. %1 is how many pages there are.</extracomment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <extracomment>%1 is the number printed on the page.</extracomment>
        <translation>印刷页码：%1</translation>
    </message>
    <message>
        <source>empty page</source>
        <translation>空白页</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation>没有文字的图片</translation>
    </message>
    <message>
        <source>text cannot be decoded</source>
        <translation>文字无法解码</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>第 %1 章，共 %2 章</translation>
    </message>
    <message>
        <source>Select a passage of the book first.</source>
        <translation>请先在书中选择一个片段。</translation>
    </message>
    <message>
        <source>&amp;Ask about this passage…</source>
        <translation>就此片段提问(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Explain this passage</source>
        <translation>解释此片段(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Translate this passage</source>
        <translation>翻译此片段(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
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
        <translation>译文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>已编辑</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待检查</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>保留原样</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>After a state, for a paragraph that neither jobs nor replacements touch.</extracomment>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ServerPage</name>
    <message>
        <source>Let a &amp;server do the work</source>
        <translation>由服务器完成工作(&amp;S)</translation>
    </message>
    <message>
        <source>On, the text of your books, your questions and the answers go to the server at this address, and whoever runs it can read them. Off, nothing is sent.</source>
        <translation>开启后，你的书籍文字、提问和回答会发送到此地址的服务器，其运营者可以读到它们。关闭时不会发送任何内容。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; it cannot use a server.</source>
        <translation>此构建的 Longhand 不含网络代码，无法使用服务器。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>This address is not encrypted: whoever is on the way can read along.</source>
        <translation>此地址未加密：传输途中的人可以读到内容。</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>the first that the server has</source>
        <translation>服务器的第一个模型</translation>
    </message>
    <message>
        <source>&amp;Variable with the key:</source>
        <translation>存放密钥的变量(&amp;V)：</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The name of an environment variable that holds the key. The key itself is never stored.</source>
        <translation>存放密钥的环境变量的名称。密钥本身不会被保存。</translation>
    </message>
    <message>
        <source>&amp;Requests at a time:</source>
        <translation>同时请求数(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>For vLLM, SGLang, llama.cpp&apos;s server and others that speak the same protocol. A model on a server does not study the book, and the form of its answers is checked, not enforced.</source>
        <translation>适用于 vLLM、SGLang、llama.cpp 的服务器以及使用同一协议的其他服务器。服务器上的模型不会学习这本书，其回答的形式只检查，不强制。</translation>
    </message>
    <message>
        <source>Enter the address of a server; until then this computer does the work.</source>
        <translation>请输入服务器的地址；在此之前由本机完成工作。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>The server answers. Its model is %1 and reads %2 tokens at once.</source>
        <extracomment>%1 is a model&apos;s name, %2 a number.</extracomment>
        <translation>服务器有应答。其模型为 %1，一次可读 %2 个词元。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message>
        <source>The chapters are saved.</source>
        <translation>章节已保存。</translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>“%1”已在书库中。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation>
            <numerusform>%n 个文件已在书库中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>No books were found there. Longhand reads PDF, EPUB, text, Markdown and HTML.</source>
        <translation>那里没有找到书。Longhand 可读 PDF、EPUB、纯文本、Markdown 和 HTML。</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation>
            <numerusform>正在添加 %n 本书。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation>
            <numerusform>%n 个其他文件没有添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n 个文件夹无法打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more; drop the rest afterwards.</source>
        <translation>还有更多；其余的请稍后再拖入。</translation>
    </message>
    <message>
        <source>“%1” was removed, with everything made from it.</source>
        <translation>“%1”及由它生成的一切已移除。</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation>
            <numerusform>%n 本书及由它们生成的一切已移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SideView</name>
    <message>
        <source>Source and translation side by side</source>
        <translation>原文与译文对照</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message>
        <source>not summarised</source>
        <translation>没有摘要</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个要点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation>
            <numerusform>%n 个要点，有存疑之处</numerusform>
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
        <translation>读者</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>摘要的语言</translation>
    </message>
    <message>
        <source>Book&apos;s language</source>
        <translation>书的语言</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>你对什么感兴趣？（可选）</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>你感兴趣的内容</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>篇幅(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Written for:</source>
        <translation>读者(&amp;W)：</translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation>语言(&amp;N)：</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>一般读者</translation>
    </message>
    <message>
        <source>Experts</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>专业读者</translation>
    </message>
    <message>
        <source>Young readers</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>青少年读者</translation>
    </message>
    <message>
        <source>interest: %1</source>
        <extracomment>%1 is what a person said to be interested in.</extracomment>
        <translation>关注：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Length, readers, language, interest</source>
        <translation>篇幅、读者、语言、兴趣</translation>
    </message>
    <message>
        <source>Which summary</source>
        <translation>选择摘要</translation>
    </message>
    <message>
        <source>Summaries of this book, the newest first</source>
        <translation>本书的摘要，最新在前</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget this earlier summary</source>
        <translation>丢弃这份旧摘要</translation>
    </message>
    <message>
        <source>Chapters and their summaries</source>
        <translation>章节及其摘要</translation>
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
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read this chapter again</source>
        <translation>重读本章</translation>
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
        <translation>生成摘要</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation>停止；已完成的章节会保留</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读…</translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>太短，无需摘要</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>这本书的各部分都只有几行，直接读就好。</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>没有可读的内容</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>这个文件没有文字；扫描件要先做文字识别。</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>还没有摘要</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>“生成摘要”会逐章读过，再总览全书。每个要点都指向它所出自的页；书中没有提到的会标出。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>全书</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>模型的 %n 个说法在书中没有找到</numerusform>
        </translation>
    </message>
    <message>
        <source>not found in the text</source>
        <translation>书中没有找到</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>摘自本章的原句</translation>
    </message>
    <message>
        <source>Read again</source>
        <extracomment>A link beside the heading of a chapter: summarise it once more.</extracomment>
        <translation>重读</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>这里没有可摘要的内容。</translation>
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
        <translation>地点</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
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
        <translation>译法</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>She/he</source>
        <translation>她/他</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>次数</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>&amp;Into</source>
        <translation>译为(&amp;I)</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>目标语言</translation>
    </message>
    <message>
        <source>Parts of the translation</source>
        <translation>翻译的各部分</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation>此版本所知的模型都不能在这两种语言之间翻译。</translation>
    </message>
    <message>
        <source>Models that can:</source>
        <translation>可以胜任的模型：</translation>
    </message>
    <message>
        <source>This model cannot translate this book well.</source>
        <translation>这个模型译不好这本书。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>仍要翻译</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslationDesk</name>
    <message>
        <source>%1 - glossary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 术语表</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message>
        <source>S&amp;kip this chapter</source>
        <translation>跳过本章(&amp;K)</translation>
    </message>
    <message>
        <source>Stop &amp;after this chapter</source>
        <translation>本章后停止(&amp;A)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Share of the book that is translated</source>
        <translation>全书已翻译的比例</translation>
    </message>
    <message>
        <source>Leaves the rest of this chapter for later and goes on with the next</source>
        <translation>本章余下的留待以后，接着翻译下一章</translation>
    </message>
    <message>
        <source>Finishes this chapter, then pauses</source>
        <translation>完成本章后暂停</translation>
    </message>
    <message>
        <source>Choose all chapters</source>
        <translation>选择所有章节</translation>
    </message>
    <message>
        <source>Choose no chapter</source>
        <translation>不选任何章节</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>%1 words a minute</source>
        <translation>每分钟 %1 字</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>每秒 %1 词元</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>How long it still takes: &quot;about 2 hours left (1 h 40 min to 2 h 30 min)&quot;.</extracomment>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Open a book to translate it.</source>
        <translation>打开一本书来翻译。</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation>已翻译 %1 / %2 段。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>其中 %n 段需要检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>It pauses when this chapter is done.</source>
        <translation>本章完成后会暂停。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Choose the chapters, then start. Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can pause at any time and go on later.</source>
        <translation>选择章节，然后开始。开始之前，Longhand 会试译本书的三个段落，并说明这个模型能否胜任。你可以随时暂停，以后再继续。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation>把书拖到这里</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation>Longhand 能读完整本书：逐章生成摘要，回答问题时给出每句话所依据的页，并从头到尾翻译。支持 PDF、EPUB、纯文本、Markdown 和 HTML。一切都在这台电脑上进行，一个字节也不会传出去。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>打开入门书</translation>
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
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>%1 is a number of hours, %2 a number of minutes.</extracomment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <extracomment>%1 is a duration such as &quot;4 minutes&quot;.</extracomment>
        <translation>大约还需 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
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
        <translation>第 %1 页</translation>
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
        <translation>提问</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>working</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
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
        <translation>因问题停止</translation>
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
        <translation>%1 词元/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole book was read for this answer</source>
        <translation>为回答此问读了全书</translation>
    </message>
    <message>
        <source>The closest passages were read</source>
        <translation>读了最接近的片段</translation>
    </message>
    <message>
        <source>Every chapter was read in turn</source>
        <translation>逐章读了一遍</translation>
    </message>
    <message>
        <source>Answered from the book&apos;s own facts, without the model.</source>
        <translation>根据书本身的信息回答，没有用到模型。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 tokens).</source>
        <extracomment>%1 says what was read, %2 and %3 are numbers of tokens.</extracomment>
        <translation>%1（%2 / %3 词元）。</translation>
    </message>
    <message numerus="yes">
        <source>Read %1 % of %2 words in %n chapter(s).</source>
        <translation>
            <numerusform>读了 %n 章共 %2 字的 %1%。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) were not read completely.</source>
        <translation>
            <numerusform>有 %n 章没有读完。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>没有遗漏。</translation>
    </message>
    <message numerus="yes">
        <source>finished with %n warning(s)</source>
        <translation>
            <numerusform>已完成，有 %n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>已通读：%1 词元，每步最多 %2，共 %n 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>已读：%1 词元，每步最多 %2，共 %n 步。</numerusform>
        </translation>
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
        <translation>正在等待服务器</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Reads whole books on your own machine.</source>
        <translation>在你自己的电脑上读完整本书。</translation>
    </message>
    <message>
        <source>Folder of the library.</source>
        <translation>书库所在的文件夹。</translation>
    </message>
    <message>
        <source>GGUF file, Hugging Face folder or installed name.</source>
        <translation>GGUF 文件、Hugging Face 文件夹或已安装模型的名称。</translation>
    </message>
    <message>
        <source>Books to add to the library.</source>
        <translation>要加入书库的书。</translation>
    </message>
</context>
</TS>
