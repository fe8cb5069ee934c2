<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>longhand::ui::AskPane</name>
    <message>
        <source>Follow-up</source>
        <translation>続けて質問</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>この質問と回答の中を検索</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask the book…</source>
        <translation>本に質問する…</translation>
    </message>
    <message>
        <source>Your question to the book</source>
        <translation>本への質問</translation>
    </message>
    <message>
        <source>The question refers to the answers above</source>
        <translation>上の回答を踏まえて質問します</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Remove this conversation</source>
        <translation>この質問と回答をすべて削除</translation>
    </message>
    <message>
        <source>Do not ask about this passage</source>
        <translation>この箇所についての質問をやめる</translation>
    </message>
    <message>
        <source>What happens in “%1”?</source>
        <extracomment>A question to a book; %1 is the title of a chapter.</extracomment>
        <translation>「%1」では何が起こりますか？</translation>
    </message>
    <message>
        <source>How many chapters does the book have?</source>
        <translation>この本には章がいくつありますか？</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>質問できる文章がありません</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>このファイルには文字データがありません。スキャンした本は、先に文字認識（OCR）ソフトに通してください。</translation>
    </message>
    <message>
        <source>Ask the book</source>
        <translation>本に質問する</translation>
    </message>
    <message>
        <source>Answers come from this book alone. Each sentence leads to the page it rests on, and when the book does not say, the answer is just that.</source>
        <translation>回答はこの本の内容だけに基づきます。どの文からも根拠のページへ移動でき、本に書かれていないことは、書かれていないとお答えします。</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation>質問の例：</translation>
    </message>
    <message>
        <source>No question or answer has these words.</source>
        <translation>この言葉を含む質問や回答はありません。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier question(s)</source>
        <translation>
            <numerusform>以前の質問を %n 件表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読んでいます…</translation>
    </message>
    <message>
        <source>The book does not say.</source>
        <translation>この本には書かれていません。</translation>
    </message>
    <message>
        <source>No answer was found in the book. These passages come closest.</source>
        <translation>答えは本の中に見つかりませんでした。最も近い箇所は次のとおりです。</translation>
    </message>
    <message>
        <source>Closest passage:</source>
        <extracomment>In front of a quotation: what comes nearest to an answer.</extracomment>
        <translation>最も近い箇所：</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>In front of a quotation that a question is about.</extracomment>
        <translation>対象の箇所：</translation>
    </message>
    <message>
        <source>not from the text</source>
        <translation>本文にない記述</translation>
    </message>
    <message>
        <source>Weak evidence: most of this answer was not found in the book.</source>
        <translation>根拠が弱い回答です。大部分は本の中に見つかりませんでした。</translation>
    </message>
    <message>
        <source>The questions before it were in view.</source>
        <translation>これまでの質問も踏まえています。</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>続けて質問</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度質問</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>About “%1” (%2)</source>
        <extracomment>Above the line for a question: the passage it will be about, and its page.</extracomment>
        <translation>「%1」（%2）について</translation>
    </message>
    <message>
        <source>Ask about this passage…</source>
        <translation>この箇所について質問…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) removed.</source>
        <translation>
            <numerusform>質問を %n 件削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問する</translation>
    </message>
    <message>
        <source>What does this passage mean?</source>
        <extracomment>A question to the model about a passage that somebody selected.</extracomment>
        <translation>この箇所はどういう意味ですか？</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BackgroundDesk</name>
    <message>
        <source>A book is being worked on</source>
        <extracomment>Shown by the desktop as the reason why the computer does not go to sleep.</extracomment>
        <translation>本を処理しています</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <extracomment>%1 says how a piece of work ended, %2 is a duration: &quot;about 4 min&quot;.</extracomment>
        <translation>%1（所要時間：%2）</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button of a notice: opens the book in the window.</extracomment>
        <translation>開く</translation>
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
        <translation>複数の本を翻訳</translation>
    </message>
    <message>
        <source>Books to translate</source>
        <translation>翻訳する本</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>本</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>訳文の言語(&amp;I)</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Tick the books to translate.</source>
        <translation>翻訳する本にチェックを付けてください。</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>見積もっています…</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), one after the other.</source>
        <translation>
            <numerusform>%n 冊を順番に翻訳します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Together about %1.</source>
        <translation>合計で約 %1 かかります。</translation>
    </message>
    <message>
        <source>How long it takes is known once the first one runs.</source>
        <translation>所要時間は、最初の本の翻訳が始まると分かります。</translation>
    </message>
    <message>
        <source>%1 of %2 books are through.</source>
        <translation>%2 冊中 %1 冊が終わりました。</translation>
    </message>
    <message>
        <source>All of them: about %1 left.</source>
        <translation>全体の残り時間：約 %1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>保存しました：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) stand in the source language</source>
        <translation>
            <numerusform>%n 段落は原文のままです</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - summary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 要約</translation>
    </message>
    <message>
        <source>%1 - questions</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 質問</translation>
    </message>
</context>
<context>
    <name>longhand::ui::BookHeader</name>
    <message>
        <source>Show the page</source>
        <translation>ページを表示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Card</name>
    <message>
        <source>Reading: %1 of %2</source>
        <extracomment>A file is being read. %1 and %2 are numbers of pages or parts.</extracomment>
        <translation>読み込み中：%1 / %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first of several problems with a file.</extracomment>
        <translation>
            <numerusform>%1（ほか %n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>著者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>語数</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CardMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>名前を変更(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>ディスク使用量(&amp;D)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Translate %n book(s)…</source>
        <translation>
            <numerusform>%n 冊を翻訳(&amp;T)…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>翻訳(&amp;T)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n book(s)</source>
        <translation>
            <numerusform>%n 冊を削除(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>パスワードを入力(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>フォルダーを開いて表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Stop adding this file</source>
        <translation>このファイルの追加を中止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>一覧から消す(&amp;D)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CatalogueView</name>
    <message>
        <source>No known model matches. Choose another purpose, or show also what does not fit this computer.</source>
        <translation>条件に合うモデルがありません。別の用途を選ぶか、このパソコンで動かないモデルも表示してください。</translation>
    </message>
    <message>
        <source>Models one could get</source>
        <translation>入手できるモデル</translation>
    </message>
    <message>
        <source>What the model is for</source>
        <translation>モデルの用途</translation>
    </message>
    <message>
        <source>For anything</source>
        <translation>すべての用途</translation>
    </message>
    <message>
        <source>For summaries and questions</source>
        <translation>要約と質問</translation>
    </message>
    <message>
        <source>For translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>&amp;Only what fits this computer (%1)</source>
        <extracomment>%1 is the memory of this computer, like &quot;16.0 GB&quot;.</extracomment>
        <translation>このパソコン（%1）で動くものだけ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Publisher&apos;s pa&amp;ge</source>
        <translation>配布元のページ(&amp;G)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Fetch a model with your browser and drop the file on this window.</source>
        <translation>この Longhand には通信機能が組み込まれていません。ブラウザーでモデルを入手し、そのファイルをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Longhand is offline and fetches nothing. To download a model here, allow it; you are asked again before each download.</source>
        <translation>Longhand はオフラインで、何もダウンロードしません。ここでモデルをダウンロードするには許可が必要です。許可しても、ダウンロードのたびに確認します。</translation>
    </message>
    <message>
        <source>&amp;Allow downloads</source>
        <translation>ダウンロードを許可(&amp;A)</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>要約、質問</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 言語の翻訳</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed · %1</source>
        <extracomment>Of a model in a list; %1 is what it is for.</extracomment>
        <translation>インストール済み · %1</translation>
    </message>
    <message>
        <source>No file of this model is known for certain to work here. Its publisher&apos;s page leads to files; one with %1 weights in the GGUF format is what to look for.</source>
        <translation>このモデルには、ここで確実に動くと分かっているファイルがありません。配布元のページからファイルを探せます。重みが %1 の GGUF 形式のものを選んでください。</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is an address, %2 the people who converted the file.</extracomment>
        <translation>入手元：%1</translation>
    </message>
    <message>
        <source>From %1 (converted by %2)</source>
        <translation>入手元：%1（変換：%2）</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>翻訳できる言語：%1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>再開(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation>再試行(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Download (%1)…</source>
        <translation>ダウンロード（%1）(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CellDelegate</name>
    <message>
        <source>Translation</source>
        <translation>訳文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterEditor</name>
    <message>
        <source>Chapters of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>『%1』の章</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>&amp;Join with the one before</source>
        <translation>前の章とつなげる(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>Text of the chapter</source>
        <translation>章の本文</translation>
    </message>
    <message>
        <source>A chapter &amp;begins here</source>
        <translation>ここから新しい章(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Headings look like</source>
        <translation>見出しの形(&amp;H)</translation>
    </message>
    <message>
        <source>Pattern of the headings</source>
        <translation>見出しのパターン</translation>
    </message>
    <message>
        <source># is a number in figures, Roman numerals or words; * is any text</source>
        <translation># は番号（数字、ローマ数字、数を表す言葉）、* は任意の文字列です</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>探す(&amp;F)</translation>
    </message>
    <message>
        <source># is a number, * any text</source>
        <translation># は番号、* は任意の文字列</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>この章立てにする(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>&amp;As they were</source>
        <translation>初めの状態に戻す(&amp;A)</translation>
    </message>
    <message>
        <source>No paragraph looks like “%1”.</source>
        <translation>「%1」に当てはまる段落はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) found</source>
        <translation>
            <numerusform>%n 章が見つかりました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ChapterList</name>
    <message>
        <source>(no title)</source>
        <translation>（無題）</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Words (about)</source>
        <translation>語数（約）</translation>
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
        <translation>処理中</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>後回し</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>要確認 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>翻訳済み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Closing</name>
    <message>
        <source>Close Longhand?</source>
        <translation>Longhand を閉じますか？</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished yet.</source>
        <translation>
            <numerusform>%n 件の作業がまだ終わっていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done so far is kept. After closing, the work goes on when Longhand is next started.</source>
        <translation>ここまでの結果は残ります。閉じても、次に Longhand を起動したときに作業を再開します。</translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation>閉じて、次回再開する</translation>
    </message>
    <message>
        <source>Keep working, minimised</source>
        <translation>最小化して作業を続ける</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ContentsPane</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>longhand::ui::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy with the sources as numbered notes</source>
        <translation>出典を番号付きの注にしてコピー</translation>
    </message>
    <message>
        <source>Copy as &amp;formatted text</source>
        <translation>書式付きテキストとしてコピー(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Markdown としてコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as &amp;plain text</source>
        <translation>プレーンテキストとしてコピー(&amp;P)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>ファイルを追加</translation>
    </message>
    <message>
        <source>Books (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</source>
        <translation>本 (*.pdf *.epub *.txt *.text *.md *.markdown *.html *.htm *.xhtml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>モデル (*.gguf)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password of “%1”. It is kept until you close Longhand, and never stored.</source>
        <translation>「%1」のパスワード。Longhand を閉じるまで覚えていますが、保存はしません。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Title of the book</source>
        <translation>本の題名</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export the translation</source>
        <translation>翻訳を書き出す</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>用語集を書き出す</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>用語集を読み込む</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>About Longhand</source>
        <translation>Longhand について</translation>
    </message>
    <message>
        <source>Longhand %1</source>
        <translation>Longhand %1</translation>
    </message>
    <message>
        <source>Reads whole books on your own machine. Nothing is fetched unless you ask for it, and what you read and ask stays here.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自分のパソコンの中で、本を丸ごと読みます。求められない限り何もダウンロードせず、読んだ本も質問も外に出しません。

GNU General Public License バージョン 3 以降に基づくフリーソフトウェアです。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DiskDialog</name>
    <message>
        <source>Disk space of “%1”</source>
        <extracomment>Title of a dialog. %1 is a book.</extracomment>
        <translation>『%1』のディスク使用量</translation>
    </message>
    <message>
        <source>Parts of the book</source>
        <translation>本のデータの内訳</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Free &amp;earlier versions</source>
        <extracomment>Button: removes earlier versions of translated paragraphs from the disk.</extracomment>
        <translation>以前の版を消す(&amp;E)</translation>
    </message>
    <message>
        <source>Free what was &amp;read</source>
        <extracomment>Button: removes what the model has read of a book and kept on the disk.</extracomment>
        <translation>読んだ分を消す(&amp;R)</translation>
    </message>
    <message>
        <source>What the model has read of it</source>
        <translation>モデルが読んだ分</translation>
    </message>
    <message>
        <source>%1 can be freed: what the model has read of the book, kept so that it answers sooner. The next question reads the book again.</source>
        <translation>%1 を空けられます：早く回答できるように残してある、モデルがこの本を読んだ分です。次に質問すると、本をもう一度読みます。</translation>
    </message>
    <message>
        <source>The file itself (our copy)</source>
        <translation>元のファイル（Longhand 内のコピー）</translation>
    </message>
    <message>
        <source>Text and search index</source>
        <translation>本文と検索用索引</translation>
    </message>
    <message>
        <source>Where each letter stands on its page</source>
        <translation>ページ上の文字の位置</translation>
    </message>
    <message>
        <source>Summaries, answers, translations</source>
        <translation>要約、回答、翻訳</translation>
    </message>
    <message>
        <source>Earlier versions of translated paragraphs</source>
        <translation>翻訳した段落の以前の版</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>%1 can be freed: earlier versions of translated paragraphs. The text, the summaries and the translation stay.</source>
        <translation>翻訳した段落の以前の版を消すと、%1 空きます。本文、要約、翻訳はそのまま残ります。</translation>
    </message>
    <message>
        <source>Nothing here can be freed without losing something.</source>
        <translation>何も失わずに空けられるものはありません。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Let go to add %n file(s) to the library</source>
        <translation>
            <numerusform>ここで離すと %n 個のファイルをライブラリに追加します</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ExportPart</name>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Translation alone</source>
        <translation>訳文のみ</translation>
    </message>
    <message>
        <source>Source, then translation</source>
        <translation>原文、訳文の順</translation>
    </message>
    <message>
        <source>Translation, then source</source>
        <translation>訳文、原文の順</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右に並べる</translation>
    </message>
    <message>
        <source>Nothing is translated yet.</source>
        <translation>まだ何も翻訳されていません。</translation>
    </message>
    <message>
        <source>Every paragraph is translated.</source>
        <translation>すべての段落が翻訳済みです。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) are not translated yet. They stand in the source language, marked.</source>
        <translation>
            <numerusform>%n 段落がまだ翻訳されていません。目印を付け、原文のまま書き出します。</numerusform>
        </translation>
    </message>
    <message>
        <source>For e-readers. Pictures, notes and design of the book stay.</source>
        <translation>電子書籍リーダー向け。絵、注、本の体裁はそのまま残ります。</translation>
    </message>
    <message>
        <source>For printing: the text set anew, with a contents.</source>
        <translation>印刷向け。本文を新しく組み、目次を付けます。</translation>
    </message>
    <message>
        <source>For going on in a word processor. Headings make its contents.</source>
        <translation>ワープロで手を加える場合に。見出しから目次が作られます。</translation>
    </message>
    <message>
        <source>One page for a browser.</source>
        <translation>ブラウザーで読む 1 枚のページ。</translation>
    </message>
    <message>
        <source>For notes and the web.</source>
        <translation>ノートやウェブ向け。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Words alone.</source>
        <translation>文字だけ。</translation>
    </message>
    <message>
        <source>A translation memory for other translation programs. What is not translated is left out.</source>
        <translation>ほかの翻訳ソフトで使える翻訳メモリ。未翻訳の段落は含みません。</translation>
    </message>
    <message>
        <source>A table of every paragraph with its translation, state and warnings.</source>
        <translation>全段落の訳文、状態、警告の一覧表。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Failure</name>
    <message>
        <source>The file “%1” is no longer there. Check where it is and drop it again.</source>
        <translation>ファイル「%1」が見つかりません。場所を確かめて、もう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be opened. Check that you may read it, then drop it again.</source>
        <translation>ファイル「%1」を開けません。読み取りの権限を確かめて、もう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>Nothing in “%1” could be read: the file is damaged. Fetch a fresh copy and drop it again.</source>
        <translation>「%1」は壊れていて、何も読み取れませんでした。新しいコピーを入手して、もう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>Longhand cannot read “%1”. It reads PDF, EPUB, text, Markdown and HTML without copy protection; convert the file to one of these.</source>
        <translation>Longhand は「%1」を読めません。読めるのは、コピー防止のない PDF、EPUB、テキスト、Markdown、HTML です。いずれかに変換してください。</translation>
    </message>
    <message>
        <source>“%1” is protected with a password. Enter the password to read it.</source>
        <translation>「%1」はパスワードで保護されています。読むにはパスワードを入力してください。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space to add “%1”. Free some and drop the file again.</source>
        <translation>「%1」を追加するためのメモリまたはディスク容量が足りません。空きを作り、もう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>The folder of the library cannot be written. Check its permissions, or start Longhand with --data-dir and another folder.</source>
        <translation>ライブラリのフォルダーに書き込めません。権限を確かめるか、--data-dir で別のフォルダーを指定して Longhand を起動してください。</translation>
    </message>
    <message>
        <source>The library is damaged. The details say where its last backup is; put it in place and start again.</source>
        <translation>ライブラリが壊れています。最新のバックアップの場所は詳細に記されています。それを元の場所に置き、起動し直してください。</translation>
    </message>
    <message>
        <source>The disk of the library is full. Free some space and start again.</source>
        <translation>ライブラリのあるディスクに空きがありません。空きを作り、もう一度始めてください。</translation>
    </message>
    <message>
        <source>Another program is working on the library. Wait until it has finished, then try again.</source>
        <translation>別のプログラムがライブラリを使っています。終わるのを待って、もう一度試してください。</translation>
    </message>
    <message>
        <source>No language model was found. Choose a model file (GGUF) in the menu Assistant, then start again.</source>
        <translation>言語モデルが見つかりません。「アシスタント」メニューでモデルファイル（GGUF）を選び、もう一度始めてください。</translation>
    </message>
    <message>
        <source>The model file cannot be opened. Check that you may read it, or choose another.</source>
        <translation>モデルファイルを開けません。読み取りの権限を確かめるか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The model file is damaged or incomplete. Fetch it again, or choose another.</source>
        <translation>モデルファイルが壊れているか、不完全です。もう一度入手するか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>This version cannot compute this model. Choose another model file.</source>
        <translation>この版ではこのモデルを動かせません。別のモデルファイルを選んでください。</translation>
    </message>
    <message>
        <source>The model does not fit into memory. Close other programs or choose a smaller model.</source>
        <translation>モデルがメモリに収まりません。ほかのプログラムを閉じるか、小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>“%1” is no longer there.</source>
        <translation>「%1」が見つかりません。</translation>
    </message>
    <message>
        <source>“%1” is no model, or it is damaged or cut off. Fetch it again and drop it once more.</source>
        <translation>「%1」はモデルではないか、壊れているか、途中で切れています。もう一度入手して、ドロップし直してください。</translation>
    </message>
    <message>
        <source>This version of Longhand cannot compute “%1”. A GGUF file of the Llama family with Q8_0, Q4_0, Q4_1 or 16-bit weights works.</source>
        <translation>この版の Longhand では「%1」を動かせません。Llama 系で、重みが Q8_0、Q4_0、Q4_1 または 16 ビットの GGUF ファイルなら動きます。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space, or leave the file where it is.</source>
        <translation>ディスクに「%1」を入れる空きがありません。空きを作るか、ファイルを今の場所に置いたまま使ってください。</translation>
    </message>
    <message>
        <source>“%1” does not lie in the data folder. Remove it where it is.</source>
        <translation>「%1」はデータフォルダーの中にありません。元の場所で削除してください。</translation>
    </message>
    <message>
        <source>Longhand is offline, so “%1” was not downloaded. Allow the network in the preferences first.</source>
        <translation>Longhand はオフラインのため、「%1」をダウンロードしませんでした。先に設定でネットワークの使用を許可してください。</translation>
    </message>
    <message>
        <source>The server no longer has the file of “%1”. Look for it on its publisher&apos;s page.</source>
        <translation>サーバーに「%1」のファイルがもうありません。配布元のページで探してください。</translation>
    </message>
    <message>
        <source>What came of “%1” is not what it should be, so it was deleted. Download it again.</source>
        <translation>届いた「%1」は本来の内容と違うため、削除しました。もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The download of “%1” broke off. What came is kept; continue when the connection is back.</source>
        <translation>「%1」のダウンロードが途切れました。届いた分は残っています。接続が戻ったら再開してください。</translation>
    </message>
    <message>
        <source>The disk has no room for “%1”. Free some space and download it again.</source>
        <translation>ディスクに「%1」を入れる空きがありません。空きを作り、もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code. Download “%1” with a browser and drop the file here.</source>
        <translation>この Longhand には通信機能が組み込まれていません。ブラウザーで「%1」をダウンロードし、そのファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>「%1」に書き込めません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written. Free some space and export again.</source>
        <translation>ディスクに空きがなく、「%1」を保存できませんでした。空きを作り、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>“%1” cannot be written in this form. Choose a name that ends in .txt, .md, .html or .epub.</source>
        <translation>「%1」はこの形式では書き出せません。.txt、.md、.html、.epub のいずれかで終わる名前にしてください。</translation>
    </message>
    <message>
        <source>Something it needs is no longer there.</source>
        <translation>必要なものが見つかりません。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>ファイルを読み書きできませんでした。</translation>
    </message>
    <message>
        <source>A file contradicts its own format.</source>
        <translation>ファイルの内容がその形式に合っていません。</translation>
    </message>
    <message>
        <source>This version, or this model, cannot do it.</source>
        <translation>この版、またはこのモデルでは実行できません。</translation>
    </message>
    <message>
        <source>There is not enough memory or disk space. Free some and continue; what is finished is kept.</source>
        <translation>メモリまたはディスク容量が足りません。空きを作ってから再開してください。終わった分は残っています。</translation>
    </message>
    <message>
        <source>It was stopped. What is finished is kept.</source>
        <translation>停止しました。終わった分は残っています。</translation>
    </message>
    <message>
        <source>The request makes no sense as it stands.</source>
        <translation>このままでは実行できない指示です。</translation>
    </message>
    <message>
        <source>A password is missing or wrong.</source>
        <translation>パスワードがないか、間違っています。</translation>
    </message>
    <message>
        <source>Another window or command is working on it. Wait until it has finished, or stop it there.</source>
        <translation>別のウィンドウまたはコマンドが処理しています。終わるのを待つか、そちらで停止してください。</translation>
    </message>
    <message>
        <source>This is a mistake in Longhand. What is finished is kept; try again, and report it with the details if it comes back.</source>
        <translation>Longhand の不具合です。終わった分は残っています。もう一度試し、繰り返すようなら詳細を添えて報告してください。</translation>
    </message>
    <message>
        <source>Work on this book is not over. Cancel it in the list of jobs (F8), then try again.</source>
        <translation>この本の作業が終わっていません。作業の一覧（F8）でキャンセルしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The library could not be opened.</source>
        <translation>ライブラリを開けませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not added.</source>
        <translation>「%1」を追加できませんでした。</translation>
    </message>
    <message>
        <source>The book could not be opened.</source>
        <translation>本を開けませんでした。</translation>
    </message>
    <message>
        <source>This page cannot be shown; its text can still be read.</source>
        <translation>このページは表示できませんが、本文は読めます。</translation>
    </message>
    <message>
        <source>The book was not removed.</source>
        <translation>本を削除できませんでした。</translation>
    </message>
    <message>
        <source>The book was not changed.</source>
        <translation>本は変更されませんでした。</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>作業を開始できませんでした。</translation>
    </message>
    <message>
        <source>The work stopped.</source>
        <translation>作業が止まりました。</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>モデルを読み込めませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not written.</source>
        <translation>「%1」を保存できませんでした。</translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until you close Longhand.</source>
        <translation>設定を保存できませんでした。Longhand を閉じるまでは有効です。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>「%1」を読み取れませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not removed.</source>
        <translation>「%1」を削除できませんでした。</translation>
    </message>
    <message>
        <source>“%1” could not be checked.</source>
        <translation>「%1」を検査できませんでした。</translation>
    </message>
    <message>
        <source>“%1” was not downloaded.</source>
        <translation>「%1」をダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>the model repeated itself and was stopped</source>
        <translation>モデルが同じ言葉を繰り返したため、止めました</translation>
    </message>
    <message>
        <source>the answer reached its length limit</source>
        <translation>回答が長さの上限に達しました</translation>
    </message>
    <message>
        <source>tried more than once</source>
        <translation>複数回試しました</translation>
    </message>
    <message>
        <source>left in the source language</source>
        <translation>原文の言語のままです</translation>
    </message>
    <message>
        <source>repeats itself</source>
        <translation>同じ言葉を繰り返しています</translation>
    </message>
    <message>
        <source>unusually long or short</source>
        <translation>長すぎるか、短すぎます</translation>
    </message>
    <message>
        <source>longer or shorter than usual</source>
        <translation>通常より長いか、短いです</translation>
    </message>
    <message>
        <source>the model refused</source>
        <translation>モデルが拒否しました</translation>
    </message>
    <message>
        <source>the same as the segment beside it</source>
        <translation>隣の段落と同じです</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>何も返ってきませんでした</translation>
    </message>
    <message>
        <source>emphasis or links may be misplaced</source>
        <translation>強調やリンクの位置がずれている可能性があります</translation>
    </message>
    <message>
        <source>numbers differ from the source</source>
        <translation>数字が原文と違います</translation>
    </message>
    <message>
        <source>ends in other punctuation</source>
        <translation>文末の記号が違います</translation>
    </message>
    <message>
        <source>quotation marks differ</source>
        <translation>引用符が違います</translation>
    </message>
    <message>
        <source>brackets differ</source>
        <translation>括弧が違います</translation>
    </message>
    <message>
        <source>line breaks differ</source>
        <translation>改行が違います</translation>
    </message>
    <message>
        <source>a term of the glossary is missing</source>
        <translation>用語集の語が使われていません</translation>
    </message>
    <message>
        <source>in another language</source>
        <translation>別の言語になっています</translation>
    </message>
    <message>
        <source>pronouns against the character sheet</source>
        <translation>代名詞が登場人物表と合いません</translation>
    </message>
    <message>
        <source>not all of the text was read</source>
        <translation>読まれていない部分があります</translation>
    </message>
    <message>
        <source>There is no text to read in this file. If its pages are pictures, run it through text recognition and drop the result.</source>
        <translation>このファイルには読める文字がありません。ページが画像の場合は、文字認識（OCR）に通し、その結果をドロップしてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are pictures without text. They are left out; run the file through text recognition and drop it again to include them.</source>
        <translation>
            <numerusform>%n ページは文字のない画像のため、除外しました。含めるには、文字認識（OCR）に通してから、もう一度ドロップしてください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are empty.</source>
        <translation>
            <numerusform>%n ページは空白です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text of %n page(s) cannot be decoded. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>%n ページの文字を解読できないため、除外しました。同じ本の別のファイルなら読めるかもしれません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read. They are left out; another copy of the book may help.</source>
        <translation>
            <numerusform>%n ページを読み取れないため、除外しました。同じ本の別のファイルなら読めるかもしれません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The address or the key cannot be used. An address begins with http:// or https://; a key is sent only over https or to this computer.</source>
        <translation>アドレスまたはキーを使えません。アドレスは http:// か https:// で始まります。キーは https か、このコンピューター宛てにだけ送られます。</translation>
    </message>
    <message>
        <source>No server of language models answers at this address. Check the address, and that the server is running.</source>
        <translation>このアドレスで言語モデルのサーバーが応答しません。アドレスと、サーバーが動いているかを確認してください。</translation>
    </message>
    <message>
        <source>The server does not have this model. Leave the field empty to use the first that it has.</source>
        <translation>サーバーにこのモデルはありません。空欄にすると、サーバーの最初のモデルを使います。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code, so it cannot use a server.</source>
        <translation>このビルドの Longhand には通信機能がないため、サーバーを使えません。</translation>
    </message>
    <message>
        <source>the book is not studied</source>
        <translation>本の学習は行われません</translation>
    </message>
    <message>
        <source>the form of answers is checked, not enforced</source>
        <translation>回答の形式は確認されるだけで、強制されません</translation>
    </message>
    <message>
        <source>what was read is not kept for the next question</source>
        <translation>読んだ内容は次の質問のために保持されません</translation>
    </message>
    <message>
        <source>The server could not be asked.</source>
        <translation>サーバーに問い合わせできませんでした。</translation>
    </message>
    <message>
        <source>the model could not be asked about all of it</source>
        <translation>モデルに全体を問い合わせられませんでした</translation>
    </message>
    <message>
        <source>With the model %1 on a server: %2.</source>
        <extracomment>%1 is a model on a server, %2 what it goes without, such as &quot;the book is not studied; ...&quot;.</extracomment>
        <translation>サーバー上のモデル %1 では、%2。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The server has not answered for a long time, so the work stopped. What is finished is kept; continue when the server is back.</source>
        <translation>サーバーが長い間応答しないため、作業を停止しました。済んだ分は残っています。サーバーが戻ったら再開してください。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message>
        <source>Find in this book</source>
        <translation>この本の中を検索</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Not in this book</source>
        <translation>この本にはありません</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n か所</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the places found is shown, and how many there are.</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindingsDesk</name>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Markdown としてコピーしました。</translation>
    </message>
    <message>
        <source>Copied as plain text.</source>
        <translation>プレーンテキストとしてコピーしました。</translation>
    </message>
    <message>
        <source>Copied with its sources.</source>
        <translation>出典とともにコピーしました。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::FlowView</name>
    <message>
        <source>Text of the chapter</source>
        <translation>章の本文</translation>
    </message>
</context>
<context>
    <name>longhand::ui::GlossaryPart</name>
    <message>
        <source>&amp;Find names in the book</source>
        <translation>本から名前を探す(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>確定(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>却下(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出す(&amp;X)…</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>追加(&amp;D)</translation>
    </message>
    <message>
        <source>From a CSV table; terms of the same name are replaced</source>
        <translation>CSV の表から読み込みます。同じ用語があれば置き換えます</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新しい用語</translation>
    </message>
    <message>
        <source>Its translation</source>
        <translation>その訳語</translation>
    </message>
    <message>
        <source>Glossary and characters</source>
        <translation>用語集と登場人物</translation>
    </message>
    <message>
        <source>Reading the whole book for names…</source>
        <translation>本全体を読んで名前を探しています…</translation>
    </message>
    <message>
        <source>Reading the whole book for names: %1 %</source>
        <translation>本全体を読んで名前を探しています：%1 %</translation>
    </message>
    <message>
        <source>Names and words that should always be translated the same way. Longhand looks for them in the whole book; you confirm and give the translation. Confirmed ones are used from the next paragraph on, and checked in every one.</source>
        <translation>いつも同じように訳したい名前や言葉です。Longhand が本全体から探しますので、確定して訳語を付けてください。確定した用語は次の段落から使われ、全段落の訳文で確認されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed and in use.</source>
        <translation>
            <numerusform>%n 件が確定済みで使用中です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide on.</source>
        <translation>
            <numerusform>%n 件が確定待ちです。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::InstalledView</name>
    <message>
        <source>No model is here yet. Drop a GGUF file or a Hugging Face folder on the window, or look under “Get a model”.</source>
        <translation>モデルはまだありません。GGUF ファイルか Hugging Face のフォルダーをウィンドウにドロップするか、「モデルを入手」で探してください。</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>インストール済みのモデル</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>In use for %1</source>
        <extracomment>%1 lists what a model is used for: &quot;summaries, questions&quot;.</extracomment>
        <translation>使用中：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobDesk</name>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
</context>
<context>
    <name>longhand::ui::JobStrip</name>
    <message>
        <source>Progress of the running job</source>
        <translation>実行中の作業の進み具合</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>ほか %n 件の作業が待機中</numerusform>
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
        <translation>作業はありません。本の要約、質問、翻訳は、処理の間ここに表示され、削除するまで残ります。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>Remove all finished</source>
        <translation>終わった作業をすべて削除</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Stops and frees the model&apos;s memory; nothing finished is lost</source>
        <translation>作業を止めてモデルのメモリを解放します。終わった分は失われません</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPage</name>
    <message>
        <source>Search titles and texts</source>
        <translation>題名と本文を検索</translation>
    </message>
    <message>
        <source>Order of the books</source>
        <translation>本の並び順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>題名順</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>著者順</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>長い順</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>サイズの大きい順</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Add books</source>
        <translation>本を追加</translation>
    </message>
    <message>
        <source>&amp;Files…</source>
        <translation>ファイル(&amp;F)…</translation>
    </message>
    <message>
        <source>A f&amp;older…</source>
        <translation>フォルダー(&amp;O)…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>No title fits.</source>
        <translation>当てはまる題名はありません。</translation>
    </message>
    <message>
        <source>Places in the texts</source>
        <translation>本文での該当箇所</translation>
    </message>
    <message>
        <source>Nothing in the texts.</source>
        <translation>本文には見つかりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the texts, %1</source>
        <extracomment>Heading above search hits. %1 says in how many books (&quot;in 4 books&quot;).</extracomment>
        <translation>
            <numerusform>本文に %n 箇所（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n book(s)</source>
        <translation>
            <numerusform>%n 冊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n book(s), %1 on the disk</source>
        <extracomment>%1 is an amount such as &quot;1.2 GB&quot;.</extracomment>
        <translation>
            <numerusform>%n 冊、ディスク使用量 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LibraryPane</name>
    <message>
        <source>Find a book</source>
        <translation>本を探す</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalAssistant</name>
    <message>
        <source>no model</source>
        <translation>モデルなし</translation>
    </message>
</context>
<context>
    <name>longhand::ui::LocalTranslations</name>
    <message>
        <source>The model could not translate this passage.</source>
        <translation>モデルはこの箇所を翻訳できませんでした。</translation>
    </message>
    <message>
        <source>The translation of this passage was stopped.</source>
        <translation>この箇所の翻訳は中止されました。</translation>
    </message>
    <message>
        <source>This passage is too long to be translated at once. Select less, or translate the chapter.</source>
        <translation>この箇所は長すぎて一度に翻訳できません。選択範囲を短くするか、章ごと翻訳してください。</translation>
    </message>
    <message>
        <source>Every attempt failed the checks. The translation stays as it was.</source>
        <translation>何度訳しても検査に通らなかったため、訳文は変更していません。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>保存しました：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message>
        <source>&amp;Assistant</source>
        <translation>アシスタント(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Summarise</source>
        <translation>要約(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation>質問(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>翻訳(&amp;T)</translation>
    </message>
    <message>
        <source>Translate several &amp;books…</source>
        <translation>複数の本を翻訳(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Pause the running job</source>
        <translation>実行中の作業を一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>モデル(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Welcome book</source>
        <translation>お試しの本(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About Longhand</source>
        <translation>Longhand について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>本(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>ファイルを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>フォルダーを追加(&amp;O)…</translation>
    </message>
    <message>
        <source>Export the &amp;summary…</source>
        <translation>要約を書き出す(&amp;S)…</translation>
    </message>
    <message>
        <source>Export the &amp;questions…</source>
        <translation>質問と回答を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the &amp;translation…</source>
        <translation>翻訳を書き出す(&amp;T)…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>名前を変更(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Chapters…</source>
        <translation>章(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Disk space…</source>
        <translation>ディスク使用量(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove from the library</source>
        <translation>ライブラリから削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>作業(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Pages or text</source>
        <translation>ページと本文を切り替え(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>拡大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>縮小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit the width</source>
        <translation>幅に合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Find in this book…</source>
        <translation>この本の中を検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to a &amp;page or chapter…</source>
        <translation>ページまたは章へ移動(&amp;P)…</translation>
    </message>
    <message>
        <source>Search in &amp;all books…</source>
        <translation>すべての本を検索(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>次の区画へ移動(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>前の区画へ移動(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>ライブラリ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>リーダー(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>要約(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>質問(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻訳(&amp;T)</translation>
    </message>
    <message>
        <source>Longhand</source>
        <extracomment>Title of the window. %1 is the title of the open book.</extracomment>
        <translation>Longhand</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n job(s) where Longhand was closed.</source>
        <translation>
            <numerusform>Longhand を閉じたところから %n 件の作業を再開します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not finished. What is done so far is kept.</source>
        <translation>
            <numerusform>%n 件の作業が終わっていません。ここまでの結果は残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>%1 — Longhand</source>
        <translation>%1 — Longhand</translation>
    </message>
    <message>
        <source>Ask about the s&amp;election…</source>
        <translation>選択箇所について質問(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xplain the selection</source>
        <translation>選択箇所を説明(&amp;X)</translation>
    </message>
    <message>
        <source>T&amp;ranslate the selection</source>
        <translation>選択箇所を翻訳(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Books and contents at the side</source>
        <translation>本の一覧と目次を横に表示(&amp;B)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDetails</name>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Tokens read at once</source>
        <translation>一度に読むトークン数</translation>
    </message>
    <message>
        <source>How the text read is kept</source>
        <translation>読んだ文章の保持形式</translation>
    </message>
    <message>
        <source>&amp;Read at once:</source>
        <translation>一度に読む量(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Kept in:</source>
        <translation>保持形式(&amp;K):</translation>
    </message>
    <message>
        <source>Use it for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;Summaries</source>
        <translation>要約(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>質問(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>翻訳(&amp;T)</translation>
    </message>
    <message>
        <source>Preset for: %1</source>
        <translation>プリセット：%1</translation>
    </message>
    <message>
        <source>&amp;Check the file</source>
        <translation>ファイルを検査(&amp;C)</translation>
    </message>
    <message>
        <source>Reads all of it and compares its checksum</source>
        <translation>全体を読み、チェックサムを照合します</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>ファイルを検査しています</translation>
    </message>
    <message>
        <source>Family %1, vocabulary of %2, %3</source>
        <extracomment>%1 is the family of the model (&quot;llama&quot;), %2 a number of words it knows.</extracomment>
        <translation>系統 %1、語彙数 %2、%3</translation>
    </message>
    <message>
        <source>byte pairs</source>
        <translation>バイトペア</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; measured here to work up to %2</source>
        <translation>公称では一度に %1まで。ここでの実測で正しく動くのは %2まで</translation>
    </message>
    <message>
        <source>Claims to read %1 at once; not measured here</source>
        <translation>公称では一度に %1まで。ここでは未計測</translation>
    </message>
    <message>
        <source>Holds a conversation (%1)</source>
        <translation>対話に対応（%1）</translation>
    </message>
    <message>
        <source>Its way of holding a conversation is not known to Longhand</source>
        <translation>対話の形式が Longhand の知らないものです</translation>
    </message>
    <message>
        <source>Holds no conversation: summaries and questions do not work with it</source>
        <translation>対話に非対応です。要約と質問には使えません</translation>
    </message>
    <message>
        <source>Translates between: %1</source>
        <translation>翻訳できる言語：%1</translation>
    </message>
    <message>
        <source>The file states no licence</source>
        <translation>ファイルにライセンスの記載がありません</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>ライセンス：%1</translation>
    </message>
    <message>
        <source>Lies outside Longhand&apos;s folder; only a link to it is kept</source>
        <translation>Longhand のフォルダーの外にあり、リンクだけを保持しています</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>標準のプリセット</translation>
    </message>
    <message>
        <source>Usual preset (%1)</source>
        <translation>標準のプリセット（%1）</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelDialogs</name>
    <message>
        <source>Add a model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Add “%1”?</source>
        <translation>「%1」を追加しますか？</translation>
    </message>
    <message>
        <source>A copy in Longhand&apos;s folder stays when the file is moved or deleted; where the disk can share it, it takes no room. Left where it is, only a link is kept.</source>
        <translation>Longhand のフォルダーにコピーすれば、元のファイルを移動したり削除したりしても残ります。ディスクが共有に対応していれば、容量も増えません。今の場所に置いたままにすると、リンクだけを保持します。</translation>
    </message>
    <message>
        <source>&amp;Copy it</source>
        <translation>コピーする(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave it where it is</source>
        <translation>今の場所に置いたまま(&amp;L)</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>モデルをダウンロード</translation>
    </message>
    <message>
        <source>Download %1 (%2)?</source>
        <translation>%1（%2）をダウンロードしますか？</translation>
    </message>
    <message>
        <source>It comes from %1; that server learns this computer&apos;s address and which file is fetched, and nothing of your books.</source>
        <extracomment>%1 is the name of a server.</extracomment>
        <translation>入手元は %1 です。このサーバーに伝わるのは、このパソコンのアドレスと、どのファイルを入手するかだけで、本のことは何も伝わりません。</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>ライセンス：%1</translation>
    </message>
    <message>
        <source>This allows Longhand to use the network for downloads that you ask for. The preferences (Ctrl+,) switch it off again.</source>
        <translation>許可すると、Longhand は求められたダウンロードのためにネットワークを使えるようになります。設定（Ctrl+,）でまたオフにできます。</translation>
    </message>
    <message>
        <source>&amp;Allow and download</source>
        <translation>許可してダウンロード(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>ダウンロード(&amp;D)</translation>
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
        <translation>%1B パラメーター</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <extracomment>Size of a model. %1 is a number like 135.</extracomment>
        <translation>%1M パラメーター</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>%1 is a number. A token is a piece of a word, as a model reads it.</extracomment>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>32 bit (exact)</source>
        <translation>32 ビット（正確）</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 ビット（標準）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 ビット（メモリ半分）</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>summaries, questions</source>
        <translation>要約、質問</translation>
    </message>
    <message numerus="yes">
        <source>translation in %n language(s)</source>
        <translation>
            <numerusform>%n 言語の翻訳</numerusform>
        </translation>
    </message>
    <message>
        <source>continues text, but holds no conversation</source>
        <translation>文章の続きは書けますが、対話はできません</translation>
    </message>
    <message>
        <source>the memory of this computer is not known</source>
        <translation>このパソコンのメモリ量が分かりません</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>収まります</translation>
    </message>
    <message>
        <source>fits with %1</source>
        <extracomment>%1 is like &quot;16 bit (usual)&quot;: how the memory of the text is kept.</extracomment>
        <translation>%1なら収まります</translation>
    </message>
    <message>
        <source>does not fit, at most %1</source>
        <translation>収まりません。%1までなら可能です</translation>
    </message>
    <message>
        <source>does not fit, whatever the length</source>
        <translation>長さを問わず収まりません</translation>
    </message>
    <message>
        <source>Weights %1 + text read %2 + workspace %3 = %4 of %5 free: %6</source>
        <extracomment>Memory a model takes: %1 its weights, %2 what it keeps of the text it reads, %3 room to compute in, %4 all of them, %5 what is free, %6 says whether it fits.</extracomment>
        <translation>重み %1 + 読んだ文章 %2 + 作業領域 %3 = %4（空き %5）：%6</translation>
    </message>
    <message>
        <source>Unchanged: it is the file that its publisher made.</source>
        <translation>変更なし：配布元が作ったファイルそのものです。</translation>
    </message>
    <message>
        <source>Unchanged: it is as it was when it came here.</source>
        <translation>変更なし：ここに来たときのままです。</translation>
    </message>
    <message>
        <source>This is not the file it should be: it was changed or damaged. Fetch it again.</source>
        <translation>本来のファイルではありません。変更されたか、壊れています。もう一度入手してください。</translation>
    </message>
    <message>
        <source>“%1” is not what it should be: it was changed or damaged. Fetch the model again.</source>
        <translation>「%1」は本来の内容ではありません。変更されたか、壊れています。モデルをもう一度入手してください。</translation>
    </message>
    <message>
        <source>It reads well, but no checksum of it is known to compare it with.</source>
        <translation>問題なく読めますが、照合できるチェックサムがありません。</translation>
    </message>
    <message>
        <source>no graphics card needed</source>
        <translation>グラフィックボード不要</translation>
    </message>
    <message>
        <source>for a card of %1 GB</source>
        <translation>%1 GB のグラフィックボード向け</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>配布元：%1</translation>
    </message>
    <message>
        <source>needs %1 of memory</source>
        <extracomment>%1 is an amount like &quot;2.2 GB&quot;.</extracomment>
        <translation>必要なメモリ：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is what has come of %2, both like &quot;1.2 GB&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <extracomment>Speed. %1 is like &quot;12 MB&quot;.</extracomment>
        <translation>1 秒に %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is like &quot;about 4 min&quot;.</extracomment>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>ダウンロード中：%1</translation>
    </message>
    <message>
        <source>Comparing the checksum: %1</source>
        <translation>チェックサムを照合中：%1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>一時停止中：%1</translation>
    </message>
    <message>
        <source>Downloaded and compared with its checksum</source>
        <translation>ダウンロードし、チェックサムを照合しました</translation>
    </message>
    <message>
        <source>Downloaded; there was no checksum to compare it with</source>
        <translation>ダウンロードしました。照合できるチェックサムはありませんでした</translation>
    </message>
    <message>
        <source>Its SHA-256 checksum is known: %1</source>
        <translation>SHA-256 チェックサムが分かっています：%1</translation>
    </message>
    <message>
        <source>Longhand knows no checksum of it, so the file cannot be checked against its publisher; one that the server names is compared.</source>
        <translation>Longhand はこのモデルのチェックサムを知らないため、配布元のものと照合できません。サーバーが示すチェックサムがあれば、それと照合します。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsDesk</name>
    <message>
        <source>These bytes are here already, as “%1”.</source>
        <translation>同じ内容のモデルが「%1」としてすでにあります。</translation>
    </message>
    <message>
        <source>“%1” is added. Choose below what it is used for.</source>
        <translation>「%1」を追加しました。何に使うかを下で選んでください。</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Choose under “On this computer” what it is used for.</source>
        <translation>「%1」をダウンロードしました。何に使うかを「このパソコンのモデル」で選んでください。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The language model in use; Ctrl+M shows them all</source>
        <translation>使用中の言語モデルです。Ctrl+M ですべて表示します</translation>
    </message>
    <message>
        <source>The language models in use; Ctrl+M shows them all</source>
        <translation>使用中の言語モデルです。Ctrl+M ですべて表示します</translation>
    </message>
    <message>
        <source>Downloads allowed</source>
        <translation>ダウンロード許可</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Models are fetched when you ask for them. Nothing of your books leaves this computer.</source>
        <translation>モデルは、求められたときだけダウンロードします。本の内容がこのパソコンの外に出ることはありません。</translation>
    </message>
    <message>
        <source>Nothing is fetched, and nothing leaves this computer.</source>
        <translation>何もダウンロードせず、何もこのパソコンの外に出しません。</translation>
    </message>
    <message>
        <source>a server&apos;s model</source>
        <translation>サーバーのモデル</translation>
    </message>
    <message>
        <source>The language model in use; the preferences say which server has it</source>
        <translation>使用中の言語モデル。どのサーバーにあるかは設定で確認できます</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <extracomment>In the status bar. %1 is the address of a server.</extracomment>
        <translation>サーバー: %1</translation>
    </message>
    <message>
        <source>The text of your books, your questions and the answers go to %1.</source>
        <translation>本の文章、質問、回答は %1 に送られます。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelsPane</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Add a &amp;file…</source>
        <translation>ファイルを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Copying the model</source>
        <translation>モデルをコピーしています</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Adding the model…</source>
        <translation>モデルを追加しています…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このパソコンのモデル</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>モデルを入手</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageArea</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PairsView</name>
    <message>
        <source>The paragraph being translated</source>
        <translation>翻訳中の段落</translation>
    </message>
    <message>
        <source>Not translated: every attempt failed the checks.</source>
        <translation>未翻訳：何度訳しても検査に通りませんでした。</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>そのまま残しています。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PassageBar</name>
    <message>
        <source>Ask…</source>
        <translation>質問…</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Translation of the passage</source>
        <translation>箇所の訳文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Into %1:</source>
        <extracomment>Above the translation of a selected passage; %1 is a language.</extracomment>
        <translation>%1に翻訳：</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>翻訳しています…</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDesk</name>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Some of the settings file could not be used; the defaults count there: %1</source>
        <translation>設定ファイルに使えない項目があり、既定値を使っています：%1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>&amp;Language of Longhand:</source>
        <translation>Longhand の表示言語(&amp;L):</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>The language changes when Longhand is started the next time.</source>
        <translation>表示言語は、次に Longhand を起動したときに変わります。</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C):</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Size of the text:</source>
        <translation>文字の大きさ(&amp;S):</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Size of the text against the desktop&apos;s.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Write &amp;summaries in:</source>
        <translation>要約の言語(&amp;S):</translation>
    </message>
    <message>
        <source>The language of the book</source>
        <translation>本と同じ言語</translation>
    </message>
    <message>
        <source>&amp;Translate into:</source>
        <translation>翻訳先の言語(&amp;T):</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>毎回選ぶ</translation>
    </message>
    <message>
        <source>Model for s&amp;ummaries:</source>
        <translation>要約に使うモデル(&amp;U):</translation>
    </message>
    <message>
        <source>Model for &amp;questions:</source>
        <translation>質問に使うモデル(&amp;Q):</translation>
    </message>
    <message>
        <source>Model for t&amp;ranslation:</source>
        <translation>翻訳に使うモデル(&amp;R):</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Us&amp;ual preset:</source>
        <translation>標準のプリセット(&amp;E):</translation>
    </message>
    <message>
        <source>what is free</source>
        <translation>空いている分</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Memory a model may take:</source>
        <translation>モデルのメモリ上限(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation>プリセット(&amp;P)…</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>モデル(&amp;O)…</translation>
    </message>
    <message>
        <source>Privacy and desktop</source>
        <translation>プライバシーとデスクトップ</translation>
    </message>
    <message>
        <source>Allow &amp;downloads of models</source>
        <translation>モデルのダウンロードを許可(&amp;D)</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; nothing can be fetched.</source>
        <translation>この Longhand には通信機能が組み込まれておらず、何もダウンロードできません。</translation>
    </message>
    <message>
        <source>&amp;Notify me when long work is over</source>
        <translation>長い作業が終わったら通知する(&amp;N)</translation>
    </message>
    <message>
        <source>With what went wrong, if anything did. Only while the window is not in front.</source>
        <translation>問題があった場合はその内容も知らせます。ウィンドウが手前にないときだけ通知します。</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while it works</source>
        <translation>作業中はパソコンをスリープさせない(&amp;K)</translation>
    </message>
    <message>
        <source>It may sleep again as soon as the work is done or paused; the screen may go dark at any time.</source>
        <translation>作業が終わるか一時停止すれば、またスリープできます。画面が消えるのは妨げません。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>調べています…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Everything Longhand keeps lies in %1; the settings in %2.</source>
        <translation>Longhand が保存するものは、すべて %1 にあります。設定は %2 にあります。</translation>
    </message>
    <message>
        <source>&amp;Keep what the model has read</source>
        <translation>モデルが読んだ分を残す(&amp;K)</translation>
    </message>
    <message>
        <source>A book that was read for a question is then not read again for the next one, also after Longhand was closed. What was not used for the longest time goes first.</source>
        <translation>一度質問のために読んだ本は、Longhand を閉じたあとでも、次の質問で読み直しません。最も長く使われていないものから消えます。</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>上限(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Free this space</source>
        <translation>この領域を空ける(&amp;F)</translation>
    </message>
    <message>
        <source>Books: %1
Models: %2
Texts, results and search index: %3
What the model has read: %4
Free on this disk: %5</source>
        <translation>本：%1
モデル：%2
本文、結果、検索用索引：%3
モデルが読んだ分：%4
このディスクの空き：%5</translation>
    </message>
    <message>
        <source>Longhand&apos;s own</source>
        <translation>Longhand 付属のモデル</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <extracomment>A model that was chosen and is no longer there. %1 is its file.</extracomment>
        <translation>%1（見つかりません）</translation>
    </message>
    <message>
        <source>Usual preset</source>
        <translation>標準のプリセット</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Off, nothing is fetched. On, Longhand fetches a model when you ask for one, and asks again before. Your books, questions and answers do not leave this computer for that.</source>
        <translation>オフの間は何も取得しません。オンにすると、求められたときにモデルを取得し、その前にもう一度確認します。そのために本や質問、回答がこのコンピューターの外に出ることはありません。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::PresetDialog</name>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>&amp;New from this one</source>
        <translation>これを元に新規作成(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>入るだけ</translation>
    </message>
    <message>
        <source>16 bit (usual)</source>
        <translation>16 ビット（標準）</translation>
    </message>
    <message>
        <source>8 bit (half the memory)</source>
        <translation>8 ビット（メモリ半分）</translation>
    </message>
    <message>
        <source>32 bit (exact, twice the memory)</source>
        <translation>32 ビット（正確、メモリ 2 倍）</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>as set for all</source>
        <translation>全体の設定に従う</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>as each task wants</source>
        <translation>作業に合わせる</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名前(&amp;A):</translation>
    </message>
    <message>
        <source>Reads at once, at most (&amp;tokens):</source>
        <translation>一度に読む上限（トークン）(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Keeps what it read in:</source>
        <translation>読んだ内容の保持形式(&amp;K):</translation>
    </message>
    <message>
        <source>&amp;Processor threads:</source>
        <translation>CPU スレッド数(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Memory, at most:</source>
        <translation>メモリの上限(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Variety of words (temperature):</source>
        <translation>言葉の多様さ（温度）(&amp;V):</translation>
    </message>
    <message>
        <source>Share of &amp;likely words (top-p):</source>
        <translation>選ぶ語の範囲（top-p）(&amp;L):</translation>
    </message>
    <message>
        <source>This one comes with Longhand and stays as it is; make a new one from it to change it.</source>
        <translation>これは Longhand に付属のもので、変更できません。変えるには、これを元に新しく作ってください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Graphics card, where one can</source>
        <translation>使えるならグラフィックボード</translation>
    </message>
    <message>
        <source>Graphics card only</source>
        <translation>グラフィックボードのみ</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>&amp;Computes on:</source>
        <translation>計算に使う装置(&amp;C):</translation>
    </message>
</context>
<context>
    <name>longhand::ui::Presets</name>
    <message>
        <source>Quick</source>
        <extracomment>Name of a preset: answers soon, reads short pieces.</extracomment>
        <translation>すばやく</translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>Name of a preset: the usual one.</extracomment>
        <translation>標準</translation>
    </message>
    <message>
        <source>Thorough</source>
        <extracomment>Name of a preset: reads as much at once as the model and the memory allow.</extracomment>
        <translation>じっくり</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ProofreadPart</name>
    <message>
        <source>Left in the source language</source>
        <translation>原文の言語のまま</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>何も返ってこない</translation>
    </message>
    <message>
        <source>Unusually long or short</source>
        <translation>長すぎる、または短すぎる</translation>
    </message>
    <message>
        <source>Repeats itself</source>
        <translation>同じ言葉の繰り返し</translation>
    </message>
    <message>
        <source>The same as the paragraph beside it</source>
        <translation>隣の段落と同じ</translation>
    </message>
    <message>
        <source>Numbers, quotation marks or punctuation</source>
        <translation>数字、引用符、句読点</translation>
    </message>
    <message>
        <source>A term of the glossary is missing</source>
        <translation>用語集の語が使われていない</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>別の言語</translation>
    </message>
    <message>
        <source>Pronouns against the character sheet</source>
        <translation>代名詞が登場人物表と合わない</translation>
    </message>
    <message>
        <source>Emphasis or links misplaced</source>
        <translation>強調やリンクの位置がずれている</translation>
    </message>
    <message>
        <source>Paragraphs and their translations</source>
        <translation>段落とその訳文</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>言葉で絞り込む</translation>
    </message>
    <message>
        <source>Which warnings</source>
        <translation>警告で絞り込む</translation>
    </message>
    <message>
        <source>Any or no warning</source>
        <translation>すべての段落</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>警告あり</translation>
    </message>
    <message>
        <source>Which states</source>
        <translation>状態で絞り込む</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>編集済み</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Which chapter</source>
        <translation>章で絞り込む</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>置換(&amp;R)…</translation>
    </message>
    <message>
        <source>Find in the translation</source>
        <translation>訳文の中を検索</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>置換後の文字列</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>単語単位</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>A regular expression; $1 stands for its first group</source>
        <translation>正規表現で検索します。$1 は最初のグループに当たります</translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation>すべて置換(&amp;L)</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>ロック(&amp;K)</translation>
    </message>
    <message>
        <source>Neither jobs nor replacements touch a locked paragraph</source>
        <translation>ロックした段落は、翻訳の作業でも置換でも変更されません</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Instruction, such as “more formal” (may be empty)</source>
        <translation>「もっと丁寧に」などの指示（省略可）</translation>
    </message>
    <message>
        <source>Instruction for translating again</source>
        <translation>訳し直しの指示</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>訳し直す(&amp;T)</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>すべての章</translation>
    </message>
    <message>
        <source>This pattern is not complete.</source>
        <translation>正規表現がまだ完成していません。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>変わる段落はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) would change, as shown.</source>
        <translation>
            <numerusform>表示のとおり、%n 段落が変わります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s)</source>
        <translation>
            <numerusform>%n 段落</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <translation>%2 段落中 %1 段落</translation>
    </message>
    <message>
        <source>Unloc&amp;k</source>
        <translation>ロック解除(&amp;K)</translation>
    </message>
    <message>
        <source>Translating again…</source>
        <translation>訳し直しています…</translation>
    </message>
    <message>
        <source>Paragraph %1 of chapter %2 is translated again.</source>
        <translation>第 %2 章の段落 %1 を訳し直しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) changed. Undo takes all of them back.</source>
        <translation>
            <numerusform>%n 段落を変更しました。「元に戻す」でまとめて取り消せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>手で編集</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>モデルの訳</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>One version of a paragraph: its text, and who made it.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>訳文なし</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation>以前の版はありません</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ReaderPane</name>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Show the text instead of the pages</source>
        <translation>ページの代わりに本文を表示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source> of %1</source>
        <extracomment>Behind the number of a page. %1 is how many pages there are.</extracomment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>前の章</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>次の章</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <extracomment>%1 is the number printed on the page.</extracomment>
        <translation>紙面の番号：%1</translation>
    </message>
    <message>
        <source>empty page</source>
        <translation>空白のページ</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation>文字のない画像</translation>
    </message>
    <message>
        <source>text cannot be decoded</source>
        <translation>文字を解読できません</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>読み取れませんでした</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>第 %1 章（全 %2 章）</translation>
    </message>
    <message>
        <source>Select a passage of the book first.</source>
        <translation>先に本の中の箇所を選択してください。</translation>
    </message>
    <message>
        <source>&amp;Ask about this passage…</source>
        <translation>この箇所について質問(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Explain this passage</source>
        <translation>この箇所を説明(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Translate this passage</source>
        <translation>この箇所を翻訳(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
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
        <translation>箇所</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>訳文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>編集済み</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>locked</source>
        <extracomment>After a state, for a paragraph that neither jobs nor replacements touch.</extracomment>
        <translation>ロック中</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ServerPage</name>
    <message>
        <source>Let a &amp;server do the work</source>
        <translation>サーバーに作業させる(&amp;S)</translation>
    </message>
    <message>
        <source>On, the text of your books, your questions and the answers go to the server at this address, and whoever runs it can read them. Off, nothing is sent.</source>
        <translation>オンにすると、本の文章、質問、回答がこのアドレスのサーバーに送られ、その運営者はそれを読めます。オフの間は何も送られません。</translation>
    </message>
    <message>
        <source>This build of Longhand has no network code; it cannot use a server.</source>
        <translation>このビルドの Longhand には通信機能がなく、サーバーは使えません。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>アドレス(&amp;A):</translation>
    </message>
    <message>
        <source>This address is not encrypted: whoever is on the way can read along.</source>
        <translation>このアドレスは暗号化されていません。経路の途中で読み取られるおそれがあります。</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>モデル(&amp;M):</translation>
    </message>
    <message>
        <source>the first that the server has</source>
        <translation>サーバーの最初のモデル</translation>
    </message>
    <message>
        <source>&amp;Variable with the key:</source>
        <translation>キーを入れた変数(&amp;V):</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The name of an environment variable that holds the key. The key itself is never stored.</source>
        <translation>キーを入れた環境変数の名前です。キーそのものは保存されません。</translation>
    </message>
    <message>
        <source>&amp;Requests at a time:</source>
        <translation>同時に送る要求(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>接続を試す(&amp;T)</translation>
    </message>
    <message>
        <source>For vLLM, SGLang, llama.cpp&apos;s server and others that speak the same protocol. A model on a server does not study the book, and the form of its answers is checked, not enforced.</source>
        <translation>vLLM、SGLang、llama.cpp のサーバーなど、同じプロトコルのサーバーで使えます。サーバー上のモデルは本を学習せず、回答の形式は確認されるだけで強制されません。</translation>
    </message>
    <message>
        <source>Enter the address of a server; until then this computer does the work.</source>
        <translation>サーバーのアドレスを入力してください。それまではこのコンピューターが作業します。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに問い合わせています…</translation>
    </message>
    <message>
        <source>The server answers. Its model is %1 and reads %2 tokens at once.</source>
        <extracomment>%1 is a model&apos;s name, %2 a number.</extracomment>
        <translation>サーバーが応答しました。モデルは %1 で、一度に %2 トークンを読みます。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::ShelfDesk</name>
    <message>
        <source>The chapters are saved.</source>
        <translation>章を保存しました。</translation>
    </message>
    <message>
        <source>“%1” was already in the library.</source>
        <translation>「%1」はすでにライブラリにあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in the library.</source>
        <translation>
            <numerusform>%n 個のファイルはすでにライブラリにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No books were found there. Longhand reads PDF, EPUB, text, Markdown and HTML.</source>
        <translation>本は見つかりませんでした。Longhand が読めるのは PDF、EPUB、テキスト、Markdown、HTML です。</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n book(s).</source>
        <translation>
            <numerusform>%n 冊の本を追加しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) were left out.</source>
        <translation>
            <numerusform>ほかの %n 個のファイルは追加しませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be opened.</source>
        <translation>
            <numerusform>%n 個のフォルダーを開けませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more; drop the rest afterwards.</source>
        <translation>一度に追加できる数を超えています。残りは後でドロップしてください。</translation>
    </message>
    <message>
        <source>“%1” was removed, with everything made from it.</source>
        <translation>『%1』と、そこから作られたものをすべて削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n book(s) were removed, with everything made from them.</source>
        <translation>
            <numerusform>%n 冊の本と、そこから作られたものをすべて削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SideView</name>
    <message>
        <source>Source and translation side by side</source>
        <translation>原文と訳文の対照表示</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>表示できるものがまだありません。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryChapters</name>
    <message>
        <source>not summarised</source>
        <translation>未要約</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読んでいます</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>要点 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s), with doubts</source>
        <translation>
            <numerusform>要点 %n 個、疑いあり</numerusform>
        </translation>
    </message>
    <message>
        <source>too short</source>
        <translation>短すぎます</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>対象外</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryOptions</name>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>対象読者</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>要約の言語</translation>
    </message>
    <message>
        <source>Book&apos;s language</source>
        <translation>本と同じ言語</translation>
    </message>
    <message>
        <source>What interests you? (optional)</source>
        <translation>知りたいことは？（省略可）</translation>
    </message>
    <message>
        <source>What interests you</source>
        <translation>知りたいこと</translation>
    </message>
    <message>
        <source>Len&amp;gth:</source>
        <translation>長さ(&amp;G):</translation>
    </message>
    <message>
        <source>&amp;Written for:</source>
        <translation>対象読者(&amp;W):</translation>
    </message>
    <message>
        <source>La&amp;nguage:</source>
        <translation>言語(&amp;N):</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>短め</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>詳しく</translation>
    </message>
    <message>
        <source>Everyone</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>一般</translation>
    </message>
    <message>
        <source>Experts</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>専門家</translation>
    </message>
    <message>
        <source>Young readers</source>
        <extracomment>Whom a summary is written for.</extracomment>
        <translation>若い読者</translation>
    </message>
    <message>
        <source>interest: %1</source>
        <extracomment>%1 is what a person said to be interested in.</extracomment>
        <translation>知りたいこと：%1</translation>
    </message>
</context>
<context>
    <name>longhand::ui::SummaryPane</name>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Length, readers, language, interest</source>
        <translation>長さ、対象読者、言語、知りたいこと</translation>
    </message>
    <message>
        <source>Which summary</source>
        <translation>どの要約か</translation>
    </message>
    <message>
        <source>Summaries of this book, the newest first</source>
        <translation>この本の要約（新しい順）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Forget this earlier summary</source>
        <translation>この以前の要約を削除します</translation>
    </message>
    <message>
        <source>Chapters and their summaries</source>
        <translation>章とその要約</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
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
        <translation>最新：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Read this chapter again</source>
        <translation>この章を読み直す</translation>
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
        <translation>要約する</translation>
    </message>
    <message>
        <source>Stop; finished chapters are kept</source>
        <translation>停止します。終わった章は残ります</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読んでいます…</translation>
    </message>
    <message>
        <source>Too short to summarise</source>
        <translation>短すぎて要約できません</translation>
    </message>
    <message>
        <source>No part of this book has more than a few lines; read it instead.</source>
        <translation>どの章も数行しかありません。本文をそのままお読みください。</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>読める文章がありません</translation>
    </message>
    <message>
        <source>This file has no text; a scan has to go through a text recogniser first.</source>
        <translation>このファイルには文字データがありません。スキャンした本は、先に文字認識（OCR）ソフトに通してください。</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>要約はまだありません</translation>
    </message>
    <message>
        <source>Summarise reads every chapter and then the book as a whole. Each point leads to the page it comes from; what the book does not say is marked.</source>
        <translation>「要約する」を押すと、各章を読み、それから本全体をまとめます。どの要点からも元のページへ移動でき、本に書かれていないことには印が付きます。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>本全体</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) of the model were not found in the text</source>
        <translation>
            <numerusform>モデルの記述のうち %n 件は本文に見つかりませんでした</numerusform>
        </translation>
    </message>
    <message>
        <source>not found in the text</source>
        <translation>本文に見つかりません</translation>
    </message>
    <message>
        <source>sentences of the chapter itself</source>
        <translation>章の本文から抜き出した文</translation>
    </message>
    <message>
        <source>Read again</source>
        <extracomment>A link beside the heading of a chapter: summarise it once more.</extracomment>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Nothing to summarise here.</source>
        <translation>ここには要約するものがありません。</translation>
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
        <translation>場所</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>she</source>
        <translation>彼女</translation>
    </message>
    <message>
        <source>he</source>
        <translation>彼</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>訳語</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>She/he</source>
        <translation>彼女/彼</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>呼び方</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>回数</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslatePane</name>
    <message>
        <source>&amp;Into</source>
        <translation>訳文の言語(&amp;I)</translation>
    </message>
    <message>
        <source>Language to translate into</source>
        <translation>翻訳先の言語</translation>
    </message>
    <message>
        <source>Parts of the translation</source>
        <translation>翻訳の各画面</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>対照</translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>用語集</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>No model known to this version translates between these two languages.</source>
        <translation>この版が知るモデルの中に、この二つの言語の間で翻訳できるものはありません。</translation>
    </message>
    <message>
        <source>Models that can:</source>
        <translation>翻訳できるモデル：</translation>
    </message>
    <message>
        <source>This model cannot translate this book well.</source>
        <translation>このモデルでは、この本をうまく翻訳できません。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>モデルを選ぶ…</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>それでも翻訳する</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳する</translation>
    </message>
</context>
<context>
    <name>longhand::ui::TranslationDesk</name>
    <message>
        <source>%1 - glossary</source>
        <extracomment>Name of an exported file; %1 is a book&apos;s title.</extracomment>
        <translation>%1 - 用語集</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WatchPart</name>
    <message>
        <source>S&amp;kip this chapter</source>
        <translation>この章を後回しにする(&amp;K)</translation>
    </message>
    <message>
        <source>Stop &amp;after this chapter</source>
        <translation>この章で止める(&amp;A)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Share of the book that is translated</source>
        <translation>本のうち翻訳済みの割合</translation>
    </message>
    <message>
        <source>Leaves the rest of this chapter for later and goes on with the next</source>
        <translation>この章の残りを後回しにして、次の章へ進みます</translation>
    </message>
    <message>
        <source>Finishes this chapter, then pauses</source>
        <translation>この章を終えてから一時停止します</translation>
    </message>
    <message>
        <source>Choose all chapters</source>
        <translation>すべての章を選びます</translation>
    </message>
    <message>
        <source>Choose no chapter</source>
        <translation>章の選択をすべて外します</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章</translation>
    </message>
    <message>
        <source>%1 words a minute</source>
        <translation>1 分に %1 語</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>1 秒に %1 トークン</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>How long it still takes: &quot;about 2 hours left (1 h 40 min to 2 h 30 min)&quot;.</extracomment>
        <translation>%1（%2～%3）</translation>
    </message>
    <message>
        <source>Open a book to translate it.</source>
        <translation>翻訳する本を開いてください。</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs are translated.</source>
        <translation>%2 段落中 %1 段落が翻訳済みです。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them should be checked.</source>
        <translation>
            <numerusform>うち %n 段落は確認が必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>It pauses when this chapter is done.</source>
        <translation>この章が終わると一時停止します。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Choose the chapters, then start. Before it starts, Longhand tries three paragraphs of this book and says whether the model can do it. You can pause at any time and go on later.</source>
        <translation>章を選んで開始してください。始める前に、この本の 3 段落を試し、モデルがこの本を翻訳できるかをお知らせします。いつでも一時停止でき、後で再開できます。</translation>
    </message>
</context>
<context>
    <name>longhand::ui::WelcomePage</name>
    <message>
        <source>Drop a book here</source>
        <translation>ここに本をドロップ</translation>
    </message>
    <message>
        <source>Longhand reads whole books: it summarises them chapter by chapter, answers questions with the page each sentence rests on, and translates them from first to last. PDF, EPUB, text, Markdown and HTML. Everything happens on this computer; no byte leaves it.</source>
        <translation>Longhand は本を丸ごと読みます。章ごとに要約し、各文の根拠となるページを添えて質問に答え、最初から最後まで翻訳します。対応するのは PDF、EPUB、テキスト、Markdown、HTML です。処理はすべてこのパソコンの中で行われ、データは 1 バイトも外に出ません。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Open the welcome book</source>
        <translation>お試しの本を開く</translation>
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
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>%1 is a number of hours, %2 a number of minutes.</extracomment>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <extracomment>%1 is a duration such as &quot;4 minutes&quot;.</extracomment>
        <translation>残り約 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n ページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 語</numerusform>
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
        <translation>p. %1</translation>
    </message>
    <message>
        <source>ch. %1, ¶ %2</source>
        <extracomment>A place in a book without pages. %1 is the chapter, %2 the paragraph in it.</extracomment>
        <translation>第 %1 章 ¶ %2</translation>
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
        <translation>要約</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>working</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>finished with warnings</source>
        <translation>警告ありで終了</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>問題により停止</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>%1 of %2 paragraphs</source>
        <extracomment>%1 of %2 paragraphs of a book are translated.</extracomment>
        <translation>%2 段落中 %1 段落</translation>
    </message>
    <message>
        <source>%1 of %2 chapters</source>
        <extracomment>%1 of %2 chapters of a book are summarised.</extracomment>
        <translation>%2 章中 %1 章</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message numerus="yes">
        <source>finished with %n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件ありで終了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole book was read for this answer</source>
        <translation>この回答のために本全体を読みました</translation>
    </message>
    <message>
        <source>The closest passages were read</source>
        <translation>最も近い箇所を読みました</translation>
    </message>
    <message>
        <source>Every chapter was read in turn</source>
        <translation>すべての章を順に読みました</translation>
    </message>
    <message>
        <source>Answered from the book&apos;s own facts, without the model.</source>
        <translation>モデルを使わず、本の情報そのものからお答えしました。</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 tokens).</source>
        <extracomment>%1 says what was read, %2 and %3 are numbers of tokens.</extracomment>
        <translation>%1（上限 %3 トークンのうち %2 を使用）。</translation>
    </message>
    <message numerus="yes">
        <source>Read whole: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>全文を読みました：%1 トークン、1 回に最大 %2、%n 回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read: %1 tokens, up to %2 a step, in %n step(s).</source>
        <extracomment>%1 tokens of text were read, at most %2 at a time.</extracomment>
        <translation>
            <numerusform>読みました：%1 トークン、1 回に最大 %2、%n 回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %1 % of %2 words in %n chapter(s).</source>
        <translation>
            <numerusform>%n 章、%2 語のうち %1 % を読みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapter(s) were not read completely.</source>
        <translation>
            <numerusform>%n 章は最後まで読まれていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>省いた部分はありません。</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between remarks on a text: &quot;repeats itself; nothing came back&quot;.</extracomment>
        <translation>。</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 becomes a whole sentence.</extracomment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <extracomment>A job is running, but the server that does its work does not answer at the moment.</extracomment>
        <translation>サーバーの応答待ち</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Reads whole books on your own machine.</source>
        <translation>自分のパソコンの中で、本を丸ごと読みます。</translation>
    </message>
    <message>
        <source>Folder of the library.</source>
        <translation>ライブラリのフォルダー。</translation>
    </message>
    <message>
        <source>GGUF file, Hugging Face folder or installed name.</source>
        <translation>GGUF ファイル、Hugging Face のフォルダー、またはインストール済みモデルの名前。</translation>
    </message>
    <message>
        <source>Books to add to the library.</source>
        <translation>ライブラリに追加する本。</translation>
    </message>
</context>
</TS>
