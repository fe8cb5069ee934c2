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
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>向这本书提问…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>你对这本书的问题</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>这个问题与上面的回答有关</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>向这本书提问</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>回答只来自这本书。每句话都能带你到它所依据的那一页；书里没有写的，就直说没有写。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>书里没有写。</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>最接近的段落：</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>不是出自原文</translation>
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
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>书中没有找到答案。以下段落最为接近。</translation>
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
            <numerusform>%n 个段落保留原文</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>“%1”已经在书库里了。</translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book's title.</extracomment>
        <translation>%1 - 概要</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book's title.</extracomment>
        <translation>%1 - 问答</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation>查看该页</translation>
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
        <translation>正在读取：%1 / %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1（另有 %n 个问题）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n 处待查</numerusform>
        </translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>已翻译</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
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
        <source>Remove from the library</source>
        <translation>从书库移除</translation>
    </message>
    <message>
        <source>Remove “%1” with its summary, answers and translations?</source>
        <translation>移除“%1”以及它的概要、问答和译文吗？</translation>
    </message>
    <message>
        <source>The file you dropped stays where it is.</source>
        <translation>你拖入的文件仍留在原处。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>导出译文</translation>
    </message>
    <message>
        <source>What is not translated yet stands in the source language, marked.</source>
        <translation>尚未翻译的部分以原文保留并标明。</translation>
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
        <source>Reads whole books on your own machine. There is no network code in this program: what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>在你自己的电脑上读完整本书。本程序没有任何联网代码：你读的和问的都留在这里。

自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>松开即可把 %n 个文件加入书库</numerusform>
        </translation>
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
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data and another folder.</source>
        <translation>书库所在的文件夹无法写入。请检查权限，或用 --data 指定另一个文件夹启动 Longhand。</translation>
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
        <translation>无法打开模型文件。请确认你有读取权限，或另选一个。</translation>
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
        <translation>无法打开书库。</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>“%1”没有加入。</translation>
    </message>
    <message>
        <source>The book could not be opened.</source>
        <translation>无法打开这本书。</translation>
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
        <translation>无法加载模型。</translation>
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
        <translation>保留了原文</translation>
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
        <translation>与相邻的段落相同</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>此文件中没有可读的文字。如果页面是图片，请先做文字识别，再拖入结果。</translation>
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
            <numerusform>%n 个任务在等待</numerusform>
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
        <source>Work</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Stops and frees the model's memory; nothing finished is lost</source>
        <translation>停下并释放模型占用的内存；已完成的不会丢失</translation>
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
    <message>
        <source>Enter the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>从书库移除…</translation>
    </message>
    <message>
        <source>Stop adding this file</source>
        <translation>停止添加此文件</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
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
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>Longhand</source>
        <extracomment>Title of the window. %1 is the title of the open book.</extracomment>
        <translation>Longhand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
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
        <source>The language model in use; the menu Assistant chooses another</source>
        <translation>正在使用的语言模型；可在“助手”菜单中更换</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>There is no network code in this program: nothing leaves this computer.</source>
        <translation>本程序没有任何联网代码：什么都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>有 %n 个任务没有完成。已做的部分会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>&amp;Assistant</source>
        <translation>助手(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation>概括(&amp;S)</translation>
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
        <source>&amp;Pause the running job</source>
        <translation>暂停当前任务(&amp;P)</translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation>选择模型(&amp;M)…</translation>
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
        <translation>欢迎小书(&amp;W)</translation>
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
        <source>Export the &amp;summary…</source>
        <translation>导出概要(&amp;S)…</translation>
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
        <source>&amp;Remove from the library…</source>
        <translation>从书库移除(&amp;R)…</translation>
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
        <source>&amp;Library</source>
        <translation>书库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation>页面或文本(&amp;P)</translation>
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
        <source>&amp;Reader</source>
        <translation>阅读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>概要(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>问答(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>译文(&amp;T)</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 — Longhand</translation>
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
        <source>Source and translation of the chapter</source>
        <translation>本章的原文与译文</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>没有译出：每次尝试都没有通过检查。</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>保持原样。</translation>
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
        <translation>文本</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation>显示文本而不是页面</translation>
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
        <translation>只有图片，没有文字</translation>
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
        <source>Not in this book</source>
        <translation>本书中没有</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
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
        <source>Language of the summary</source>
        <translation>概要的语言</translation>
    </message>
    <message>
        <source>Book's language</source>
        <translation>书的语言</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>你对什么感兴趣？（可不填）</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>你感兴趣的内容</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>还没有概要</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>“概括”会逐章阅读，再看全书。每一点都能带你到它所出自的那一页；书里没有写的会标明。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>摘自本章原句</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>这里没有可概括的内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>概括</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation>停止；已完成的章会保留</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>模型的 %n 个说法在原文中没有找到</numerusform>
        </translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>太短，无法总结</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>本书没有一部分超过几行；不如直接阅读。</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>没有可读的内容</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>译成(&amp;I)</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>目标语言</translation>
    </message>
    <message>
        <source>What is not translated yet stands in the source language, marked</source>
        <translation>尚未翻译的部分以原文保留并标明</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
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
        <translation>仍然翻译</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation>已翻译 %1 段，共 %2 段。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>其中 %n 段需要检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can stop at any time and go on later.</source>
        <translation>开始之前，Longhand 会先试译本书的三个段落，并告诉你模型能否胜任。随时可以停下，以后再继续。</translation>
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
        <translation>Longhand 能读完整本书：逐章概括，回答问题并给出每句话所依据的页，从头到尾翻译。支持 PDF、EPUB、纯文本、Markdown 和 HTML。一切都在这台电脑上完成，不会有任何数据离开。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>打开欢迎小书</translation>
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
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <extracomment>%1 is a duration such as "4 minutes".</extracomment>
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
            <numerusform>%n 词</numerusform>
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
        <extracomment>Between the names of several authors.</extracomment>
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
        <extracomment>%1 is a chapter's number, %2 its title.</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
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
        <translation>读了最接近的段落</translation>
    </message>
    <message>
        <source>Every chapter was read in turn</source>
        <translation>逐章读了一遍</translation>
    </message>
    <message>
        <source>Answered from the book's own facts, without the model.</source>
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
            <numerusform>读了 %n 章共 %2 词的 %1 %。</numerusform>
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
