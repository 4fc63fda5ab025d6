<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>message</name>
        <message>
            <source>0 and less: the folder is ignored with a warning.</source>
            <translation>0以下にすると、フォルダーは警告だけで無視されます。</translation>
        </message>
        <message>
            <source>0 stops the trainer. The launch command calls it train_batch_size.</source>
            <translation>0にすると学習が止まります。起動コマンドでは train_batch_size です。</translation>
        </message>
        <message>
            <source>1 found, {width} px wide</source>
            <translation>1 人を検出、幅 {width} px</translation>
        </message>
        <message>
            <source>64 is right for every model; 0 stops the trainer.</source>
            <translation>どのモデルでも64で構いません。0にすると学習が止まります。</translation>
        </message>
        <message>
            <source>A backslash in quotes must be doubled; or write the path with / instead.</source>
            <translation>引用符の中のバックスラッシュは二重にするか、パスを / で書いてください。</translation>
        </message>
        <message>
            <source>A backslash turned into a line break or a tab here: double it, or write /.</source>
            <translation>バックスラッシュが改行やタブになっています。二重にするか / で書いてください。</translation>
        </message>
        <message>
            <source>A closing bracket is missing.</source>
            <translation>閉じかっこがありません。</translation>
        </message>
        <message>
            <source>A compound needs describing words.</source>
            <translation>複合語には修飾する語が必要です。</translation>
        </message>
        <message>
            <source>A file of that name is in the way. Choose another name.</source>
            <translation>同じ名前のファイルがあります。別の名前を選んでください。</translation>
        </message>
        <message>
            <source>A mark in the caption; what stands before it stays in place.</source>
            <translation>キャプション内の目印です。これより前にあるものは位置を保ちます。</translation>
        </message>
        <message>
            <source>A polarity is one of {known}.</source>
            <translation>極性は次のいずれかです: {known}。</translation>
        </message>
        <message>
            <source>A relative path starts where the trainer is started, not at this file.</source>
            <translation>相対パスの起点はこのファイルではなく、学習プログラムを起動した場所です。</translation>
        </message>
        <message>
            <source>A removed image goes to</source>
            <translation>取り除いた画像の行き先</translation>
        </message>
        <message>
            <source>A second separator that holds parts together while shuffling.</source>
            <translation>シャッフル時にまとまりを保つための、二つ目の区切り文字です。</translation>
        </message>
        <message>
            <source>A size is two numbers, such as size:1024x1024.</source>
            <translation>サイズは size:1024x1024 のように二つの数で書きます。</translation>
        </message>
        <message>
            <source>A size of {width} × {height} cannot be written.</source>
            <translation>{width} × {height} のサイズでは書き出せません。</translation>
        </message>
        <message>
            <source>A whole disk cannot be replaced. Name a folder in it.</source>
            <translation>ディスク全体を置き換えることはできません。その中のフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>About the dataset</source>
            <translation>データセットについて</translation>
        </message>
        <message>
            <source>All folders are regularisation folders: there is nothing to train.</source>
            <translation>すべてのフォルダーが正則化用で、学習するものがありません。</translation>
        </message>
        <message>
            <source>All folders of a dataset must have it, or none.</source>
            <translation>データセットのすべてのフォルダーに付けるか、どれにも付けないかのどちらかです。</translation>
        </message>
        <message>
            <source>An ONNX file of a model like CLIP; needs onnxruntime and the CLIP tokenizer</source>
            <translation>CLIP のようなモデルの ONNX ファイル。onnxruntime と CLIP のトークナイザーが必要です</translation>
        </message>
        <message>
            <source>An empty caption_separator stops the trainer when captions are shuffled.</source>
            <translation>caption_separator が空だと、キャプションをシャッフルするときに学習が止まります。</translation>
        </message>
        <message>
            <source>An error stands open: {rule}.</source>
            <translation>未解決のエラーがあります: {rule}。</translation>
        </message>
        <message>
            <source>An unknown name stops the trainer, except in a subset, where nobody notices.</source>
            <translation>知らない名前があると学習が止まります。サブセットの中だけは気づかれません。</translation>
        </message>
        <message>
            <source>Another program changed the caption of {name}. Nothing was overwritten; Ctrl+Shift+M compares both.</source>
            <translation>別のプログラムが {name} のキャプションを変更しました。上書きはしていません。Ctrl+Shift+M で両方を比べられます。</translation>
        </message>
        <message>
            <source>Another window has this folder open (process {pid}). Here it can only be read.</source>
            <translation>別のウィンドウがこのフォルダーを開いています (プロセス {pid})。ここでは読むだけです。</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>デスクトップに合わせる</translation>
        </message>
        <message>
            <source>At first only some of the parts between commas are trained.</source>
            <translation>はじめのうちは、カンマで区切られた部分の一部だけが学習されます。</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>Bad images removed</source>
            <translation>悪い画像の除外</translation>
        </message>
        <message>
            <source>Batch size and buckets are set in the training job, not in the concepts.</source>
            <translation>バッチサイズとバケットは、コンセプトではなく学習ジョブ側で設定します。</translation>
        </message>
        <message>
            <source>Below the longer side of the resolution the trainer stops; just equal to it, every picture that is not square shrinks. Twice the longer side leaves room.</source>
            <translation>解像度の長辺より小さいと学習が止まり、同じだと正方形以外の画像がすべて縮みます。長辺の2倍なら余裕があります。</translation>
        </message>
        <message>
            <source>Black and white</source>
            <translation>白黒</translation>
        </message>
        <message>
            <source>Blur is looked for below {limit:.2f}.</source>
            <translation>{limit:.2f} 未満でぼけを疑います。</translation>
        </message>
        <message>
            <source>CLIP tokenizer</source>
            <translation>CLIP トークナイザー</translation>
        </message>
        <message>
            <source>CMYK: the trainer ignores its colour profile</source>
            <translation>CMYK: 学習側はカラープロファイルを無視します</translation>
        </message>
        <message>
            <source>Caption accuracy</source>
            <translation>キャプションの正確さ</translation>
        </message>
        <message>
            <source>Captions are read in the machine's own encoding: train where that is UTF-8.</source>
            <translation>キャプションは学習マシンの文字コードで読まれます。UTF-8 の環境で学習してください。</translation>
        </message>
        <message>
            <source>Captions in one JSON file instead of one text file a picture.</source>
            <translation>画像ごとのテキストではなく、一つの JSON にまとめたキャプションです。</translation>
        </message>
        <message>
            <source>Captions that changed meanwhile, and were left alone: {count}</source>
            <translation>その間に変わったため、そのままにしたキャプション: {count}</translation>
        </message>
        <message>
            <source>Cards and menus follow at once</source>
            <translation>カードとメニューはすぐに切り替わります</translation>
        </message>
        <message>
            <source>Chooses the same validation pictures every time.</source>
            <translation>検証用の画像を毎回同じものにします。</translation>
        </message>
        <message>
            <source>Class tokens are set, but every picture has a .txt, and the .txt wins.</source>
            <translation>クラストークンがありますが、すべての画像に .txt があるため、.txt が使われます。</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>色</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Compares them with what captions say of the mood</source>
            <translation>キャプションの感情表現と照らし合わせます</translation>
        </message>
        <message>
            <source>Consistency of images</source>
            <translation>画像の統一感</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>コントラスト</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>枚数</translation>
        </message>
        <message>
            <source>Cuts around the face, larger or smaller each time.</source>
            <translation>顔の周りを、毎回少し違う大きさで切り抜きます。</translation>
        </message>
        <message>
            <source>Cuts at a random place instead of the middle.</source>
            <translation>中央ではなく、毎回違う位置で切り抜きます。</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <source>Dark is a pixel below 20, bright one above 85.</source>
            <translation>20 未満を暗い画素、85 超を明るい画素としています。</translation>
        </message>
        <message>
            <source>Do the neighbours call the same thing by the same words?</source>
            <translation>似た画像では、同じものを同じ語で呼んでいますか？</translation>
        </message>
        <message>
            <source>Does nothing unless the caption is split at its commas.</source>
            <translation>キャプションをカンマで分けないかぎり、効果はありません。</translation>
        </message>
        <message>
            <source>Does the picture show {words}?</source>
            <translation>画像に{words}が写っていますか？</translation>
        </message>
        <message>
            <source>Does {trigger} name what is to be seen?</source>
            <translation>{trigger} は、写っているものを指していますか？</translation>
        </message>
        <message>
            <source>Draws one of several lines, and one of {{red|blue}}, each time.</source>
            <translation>複数行から一行、{{red|blue}} から一つを毎回選びます。</translation>
        </message>
        <message>
            <source>Each folder and resolution has a cache of its own, beside the exported folder.</source>
            <translation>キャッシュは、書き出したフォルダーの横に、フォルダーと解像度ごとに作られます。</translation>
        </message>
        <message>
            <source>Each part between commas is left out in {share:.0f} % of the draws.</source>
            <translation>カンマで区切られた各部分は、{share:.0f}% の割合で省かれます。</translation>
        </message>
        <message>
            <source>Edited captions and new pictures are not noticed until that file is deleted.</source>
            <translation>そのファイルを消すまで、直したキャプションや追加した画像は反映されません。</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英語</translation>
        </message>
        <message>
            <source>Every so many epochs all captions are left out.</source>
            <translation>指定したエポックごとに、すべてのキャプションを外します。</translation>
        </message>
        <message>
            <source>Exported to {folder}. Pairs: {count}.</source>
            <translation>{folder} に書き出しました。{count} 組です。</translation>
        </message>
        <message>
            <source>Expression</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>Expression, second opinion</source>
            <translation>表情（セカンドオピニオン）</translation>
        </message>
        <message>
            <source>Faces</source>
            <translation>顔</translation>
        </message>
        <message>
            <source>Faces are not looked for: OpenCV is missing. Install opencv-python-headless 4.14 or newer, but below 5.</source>
            <translation>顔の検出は行いません。OpenCV がありません。opencv-python-headless 4.14 以上 5 未満を入れてください。</translation>
        </message>
        <message>
            <source>Faces are not looked for: OpenCV {version} comes without its face cascade. Install opencv-python-headless 4.14 or newer, but below 5.</source>
            <translation>顔の検出は行いません。OpenCV {version} には顔検出の定義が含まれていません。opencv-python-headless 4.14 以上 5 未満を入れてください。</translation>
        </message>
        <message>
            <source>Faces are not looked for: {reason}</source>
            <translation>顔の検出は行いません: {reason}</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Flagged in the review: {count}</source>
            <translation>校正で要修正: {count}</translation>
        </message>
        <message>
            <source>Found again: {folder}.</source>
            <translation>見つかりました: {folder}</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>コマ数</translation>
        </message>
        <message>
            <source>Free data of your own; the stock trainer does not use it.</source>
            <translation>自由に使えるデータ欄です。標準の学習プログラムは使いません。</translation>
        </message>
        <message>
            <source>Hard links: a picture that is edited in place changes in both folders at once.</source>
            <translation>ハードリンク: 画像をその場で編集すると、両方のフォルダーで同時に変わります。</translation>
        </message>
        <message>
            <source>Here {own}, beside it {theirs}: is it the same?</source>
            <translation>ここでは{own}、似た画像では{theirs}です。同じものですか？</translation>
        </message>
        <message>
            <source>History and drafts cannot be kept: {reason}</source>
            <translation>履歴と下書きを保存できません: {reason}</translation>
        </message>
        <message>
            <source>How caption files end.</source>
            <translation>キャプションファイルの拡張子です。</translation>
        </message>
        <message>
            <source>How many parts at the start stay in place while the others are shuffled.</source>
            <translation>ほかをシャッフルする間、先頭のいくつの部分を動かさないかです。</translation>
        </message>
        <message>
            <source>How many parts the first captions have while the warm-up runs.</source>
            <translation>ウォームアップ中、最初のキャプションが持つ部分の数です。</translation>
        </message>
        <message>
            <source>How often each picture comes round in one epoch.</source>
            <translation>1エポックで各画像が何回使われるかです。</translation>
        </message>
        <message>
            <source>How pictures are resized: area when shrinking and lanczos when enlarging, if unset.</source>
            <translation>画像の拡大縮小の方法です。指定がなければ、縮小は area、拡大は lanczos です。</translation>
        </message>
        <message>
            <source>How strongly the network acts while this dataset trains.</source>
            <translation>このデータセットの学習中、ネットワークがどれだけ強く働くかです。</translation>
        </message>
        <message>
            <source>In the first training and in this one: {names}</source>
            <translation>1回目と今回の両方にある画像: {names}</translation>
        </message>
        <message>
            <source>Is anything named that is not there?</source>
            <translation>写っていないものを書いていませんか？</translation>
        </message>
        <message>
            <source>Is this the light: {words}?</source>
            <translation>光は{words}で合っていますか？</translation>
        </message>
        <message>
            <source>It begins with a byte order mark, which stops the trainer.</source>
            <translation>先頭にバイトオーダーマークがあり、学習が止まります。</translation>
        </message>
        <message>
            <source>It cannot be added to: {reason}</source>
            <translation>追加できません: {reason}</translation>
        </message>
        <message>
            <source>It cannot be read: {reason}</source>
            <translation>読み込めません: {reason}</translation>
        </message>
        <message>
            <source>It enlarges no picture, and reads the folders below each folder as well.</source>
            <translation>画像を拡大せず、各フォルダーの下のフォルダーも読みます。</translation>
        </message>
        <message>
            <source>It holds the pictures of this dataset. Choose another place.</source>
            <translation>このデータセットの画像がある場所です。別の場所を選んでください。</translation>
        </message>
        <message>
            <source>It is inside the opened folder. Choose a place outside.</source>
            <translation>開いているフォルダーの中です。外の場所を選んでください。</translation>
        </message>
        <message>
            <source>It is nested too deeply to be read.</source>
            <translation>入れ子が深すぎて読めません。</translation>
        </message>
        <message>
            <source>It is not UTF-8: the trainer stops.</source>
            <translation>UTF-8 ではないため、学習が止まります。</translation>
        </message>
        <message>
            <source>It is not valid TOML: {reason}</source>
            <translation>TOML として正しくありません: {reason}</translation>
        </message>
        <message>
            <source>It takes ${{...}} and [name] for variables. Choose another folder.</source>
            <translation>${{...}} や [name] は変数と見なされます。別のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>Its TOML reader takes quotes alone, or three at the start, for an empty text.</source>
            <translation>空のテキストと認められるのは、"" か先頭の """ だけです。</translation>
        </message>
        <message>
            <source>Its fields may be {{number}}, {{name}} and {{concept}}, as in {{number:05}}.</source>
            <translation>使える項目は {{number}}、{{name}}、{{concept}} です。例: {{number:05}}</translation>
        </message>
        <message>
            <source>Its links lead in a circle.</source>
            <translation>リンクが循環しています。</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>日本語</translation>
        </message>
        <message>
            <source>Kept as “{title}”: {count} captions.</source>
            <translation>「{title}」として保存しました: キャプション {count} 件。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>Let stand, and not there any more: {rule} “{words}”</source>
            <translation>このままにし、今はもうない指摘：{rule}「{words}」</translation>
        </message>
        <message>
            <source>Let stand: {rule} “{words}”</source>
            <translation>このままにする: {rule} 「{words}」</translation>
        </message>
        <message>
            <source>Let stand: {words}</source>
            <translation>このままにした指摘：{words}</translation>
        </message>
        <message>
            <source>Lets pictures of other shapes train, each in the nearest bucket.</source>
            <translation>縦横比の違う画像を、それぞれ最も近いバケットで学習できるようにします。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>光</translation>
        </message>
        <message>
            <source>Light, second opinion</source>
            <translation>光（セカンドオピニオン）</translation>
        </message>
        <message>
            <source>Lighting</source>
            <translation>光</translation>
        </message>
        <message>
            <source>Lightness</source>
            <translation>明るさ</translation>
        </message>
        <message>
            <source>Look for smiling faces</source>
            <translation>笑顔を検出する</translation>
        </message>
        <message>
            <source>Looking through the captions: {done} of {count}</source>
            <translation>キャプションを確認中: {done} / {count}</translation>
        </message>
        <message>
            <source>Makes token counts exact; looked for in the usual places if left empty</source>
            <translation>トークン数が正確になります。空欄なら、よくある場所を探します</translation>
        </message>
        <message>
            <source>Marks and choices are not saved: {reason}</source>
            <translation>マークと設定を保存できません: {reason}</translation>
        </message>
        <message>
            <source>Mirrors every second picture.</source>
            <translation>2枚に1枚を左右反転します。</translation>
        </message>
        <message>
            <source>More than three resolutions: diffusion-pipe asks for a flag when it starts.</source>
            <translation>解像度が 4 つ以上あります。diffusion-pipe は起動時にフラグを求めます。</translation>
        </message>
        <message>
            <source>Must have a decimal point: 1 stops the trainer, 1.0 does not.</source>
            <translation>小数点が必要です。1 では学習が止まり、1.0 なら動きます。</translation>
        </message>
        <message>
            <source>Must have a decimal point; outside 0.0 to 1.0 pictures are lost for nothing.</source>
            <translation>小数点が必要です。0.0～1.0 の範囲を外れると、画像が無駄に失われます。</translation>
        </message>
        <message>
            <source>Must not be above the shorter side of the resolution.</source>
            <translation>解像度の短辺を超えてはいけません。</translation>
        </message>
        <message>
            <source>Name the folder of the first training by its full path.</source>
            <translation>1回目の学習のフォルダーは、フルパスで指定してください。</translation>
        </message>
        <message>
            <source>Never added to a caption that exists: the .txt wins.</source>
            <translation>キャプションがある場合は加わりません。.txt が使われます。</translation>
        </message>
        <message>
            <source>No approval has lapsed.</source>
            <translation>無効になった承認はありません。</translation>
        </message>
        <message>
            <source>No caption</source>
            <translation>キャプションなし</translation>
        </message>
        <message>
            <source>No fine detail was found in the picture: is it sharp?</source>
            <translation>細部が見つかりません。ピントは合っていますか？</translation>
        </message>
        <message>
            <source>No font on this machine has Japanese letters. Install the package fonts-noto-cjk (Fedora: google-noto-sans-cjk-fonts) and start again.</source>
            <translation>No font on this machine has Japanese letters. Install the package fonts-noto-cjk (Fedora: google-noto-sans-cjk-fonts) and start again.</translation>
        </message>
        <message>
            <source>No picture is left to export.</source>
            <translation>書き出す画像が残っていません。</translation>
        </message>
        <message>
            <source>No set of words is called {name}.</source>
            <translation>{name} という語のまとまりはありません。</translation>
        </message>
        <message>
            <source>Nobody else changed this caption.</source>
            <translation>このキャプションは、ほかからは変更されていません。</translation>
        </message>
        <message>
            <source>Not a key of the trainer, which stops at any it does not know.</source>
            <translation>学習プログラムのキーではありません。知らないキーがあると停止します。</translation>
        </message>
        <message>
            <source>Not possible together with cached latents: the trainer stops.</source>
            <translation>潜在表現のキャッシュとは併用できません。学習が止まります。</translation>
        </message>
        <message>
            <source>Not taken along from your data.toml: {names}.</source>
            <translation>ご自身の data.toml から引き継がないもの: {names}。</translation>
        </message>
        <message>
            <source>Nothing else stands in this caption.</source>
            <translation>このキャプションにはほかに何もありません。</translation>
        </message>
        <message>
            <source>Nothing is quoted here: {text}</source>
            <translation>引用された語がありません: {text}</translation>
        </message>
        <message>
            <source>Nothing was exported to {name}</source>
            <translation>{name} には何も書き出していません</translation>
        </message>
        <message>
            <source>Nothing was written.</source>
            <translation>何も書き込んでいません。</translation>
        </message>
        <message>
            <source>Nothing was written. Look at the entry again, then export once more.</source>
            <translation>何も書き込んでいません。もう一度エントリを見てから、書き出し直してください。</translation>
        </message>
        <message>
            <source>Off by default: then the first picture of another size stops the training.</source>
            <translation>初期状態ではオフです。その場合、サイズの違う最初の画像で学習が止まります。</translation>
        </message>
        <message>
            <source>One image folder. What stands here wins over everything further out.</source>
            <translation>画像フォルダー1つ。ここの指定は、外側のすべての指定に優先します。</translation>
        </message>
        <message>
            <source>One of {count} is drawn each time.</source>
            <translation>毎回、{count} 通りのうち1つが選ばれます。</translation>
        </message>
        <message>
            <source>One resolution at which folders train. Its own keys stand before its folders.</source>
            <translation>フォルダーを学習する解像度の1つ。自身のキーは、フォルダーより前に書きます。</translation>
        </message>
        <message>
            <source>OneTrainer takes every line of a caption for one of several; ours have one line.</source>
            <translation>OneTrainer は複数行を、選択肢として一行ずつ扱います。書き出すキャプションは一行です。</translation>
        </message>
        <message>
            <source>Only the first resolution is written: set the others in the job.</source>
            <translation>書き出すのは最初の解像度だけです。ほかはジョブ側で設定してください。</translation>
        </message>
        <message>
            <source>Only this caption says {words}: is it there?</source>
            <translation>{words}はこのキャプションだけにあります。本当に写っていますか？</translation>
        </message>
        <message>
            <source>Open the last dataset at the start</source>
            <translation>起動時に前回のデータセットを開く</translation>
        </message>
        <message>
            <source>Open warnings: {count}</source>
            <translation>未解決の警告: {count}</translation>
        </message>
        <message>
            <source>Opening was cancelled</source>
            <translation>開く処理を中止しました</translation>
        </message>
        <message>
            <source>Palette</source>
            <translation>色調</translation>
        </message>
        <message>
            <source>Pass {number} not begun</source>
            <translation>校正 {number}回目: 未開始</translation>
        </message>
        <message>
            <source>Pass {number}: approved</source>
            <translation>校正 {number}回目: 承認</translation>
        </message>
        <message>
            <source>Pass {number}: changed since its verdict</source>
            <translation>校正 {number}回目: 判定後に変更</translation>
        </message>
        <message>
            <source>Pass {number}: flagged</source>
            <translation>校正 {number}回目: 要修正</translation>
        </message>
        <message>
            <source>Pass {number}: no verdict</source>
            <translation>校正 {number}回目: 未判定</translation>
        </message>
        <message>
            <source>Pass {number}: {left} of {total} without a verdict</source>
            <translation>校正 {number}回目: {total} 件中 {left} 件が未判定</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Pictures copied in: {count}.</source>
            <translation>画像を {count} 枚コピーしました。</translation>
        </message>
        <message>
            <source>Pictures enlarged by the export: {count}, up to × {factor:.2f}.</source>
            <translation>書き出しで拡大される画像: {count} 枚、最大 × {factor:.2f}。</translation>
        </message>
        <message>
            <source>Pictures missing from the first training: {count} ({names})</source>
            <translation>1回目の学習から失われた画像: {count} 枚 ({names})</translation>
        </message>
        <message>
            <source>Pictures of the first training that cannot train and are left out: {count}</source>
            <translation>学習に使えず除外された1回目の学習の画像: {count} 枚</translation>
        </message>
        <message>
            <source>Pictures of the wider class, which keep the model from forgetting it.</source>
            <translation>より広いクラスの画像です。モデルがそれを忘れるのを防ぎます。</translation>
        </message>
        <message>
            <source>Pictures per step. Each bucket fills its own batches.</source>
            <translation>1ステップあたりの画像数です。バケットごとにバッチを組みます。</translation>
        </message>
        <message>
            <source>Pictures that the trainer will enlarge: {count}, up to × {factor:.2f}.</source>
            <translation>学習プログラムが拡大する画像: {count} 枚、最大 × {factor:.2f}。</translation>
        </message>
        <message>
            <source>Proof sheet of {name}</source>
            <translation>{name} の校正シート</translation>
        </message>
        <message>
            <source>Put after every caption, with one space.</source>
            <translation>すべてのキャプションの後ろに、空白一つを挟んで付きます。</translation>
        </message>
        <message>
            <source>Put before every caption, with one space.</source>
            <translation>すべてのキャプションの前に、空白一つを挟んで付きます。</translation>
        </message>
        <message>
            <source>Puts the parts between commas in a new order each time.</source>
            <translation>カンマ区切りの部分を、毎回違う順に並べ替えます。</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>縦横比</translation>
        </message>
        <message>
            <source>Readiness</source>
            <translation>準備状況</translation>
        </message>
        <message>
            <source>Relative paths: the training must be started inside the exported folder.</source>
            <translation>相対パスです。書き出したフォルダーの中から学習を始める必要があります。</translation>
        </message>
        <message>
            <source>Remembers sizes and captions in metadata_cache.json beside the pictures.</source>
            <translation>サイズとキャプションを、画像の横の metadata_cache.json に記録します。</translation>
        </message>
        <message>
            <source>Replaced by a comma in every caption, shuffled or not.</source>
            <translation>シャッフルの有無にかかわらず、すべてのキャプションでカンマに置き換わります。</translation>
        </message>
        <message>
            <source>Required. A relative path starts where the trainer was started; a folder that is not there is only a warning.</source>
            <translation>必須です。相対パスは学習を始めた場所が起点です。存在しないフォルダーは警告だけで済まされます。</translation>
        </message>
        <message>
            <source>Required. Only a whole number or two of them: 512.0 and [512] stop the trainer.</source>
            <translation>必須です。整数一つか二つだけです。512.0 や [512] では学習が止まります。</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>解像度</translation>
        </message>
        <message>
            <source>Reviewed twice</source>
            <translation>2回校正済み</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>セカンドオピニオン</translation>
        </message>
        <message>
            <source>Second opinion: image encoder</source>
            <translation>セカンドオピニオン（画像）</translation>
        </message>
        <message>
            <source>Second opinion: text encoder</source>
            <translation>セカンドオピニオン（文章）</translation>
        </message>
        <message>
            <source>Share among the answers offered, by the model {model} that you named. How often it is right was not measured, so no rule uses it.</source>
            <translation>指定されたモデル {model} による、選択肢の中での割合です。正しさは測っていないため、どのルールも使いません。</translation>
        </message>
        <message>
            <source>Sharpness</source>
            <translation>鮮明さ</translation>
        </message>
        <message>
            <source>Shifts the colours a little each time.</source>
            <translation>毎回、色を少しずらします。</translation>
        </message>
        <message>
            <source>Sides of buckets are multiples of this.</source>
            <translation>バケットの辺はこの値の倍数です。</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Skipped when text-encoder outputs are cached, as usual for Flux.</source>
            <translation>テキストエンコーダーの出力をキャッシュすると無視されます。Flux では普通のことです。</translation>
        </message>
        <message>
            <source>Skipped when text-encoder outputs are cached.</source>
            <translation>テキストエンコーダーの出力をキャッシュすると無視されます。</translation>
        </message>
        <message>
            <source>Skipped when text-encoder outputs are cached: put the trigger into the captions.</source>
            <translation>テキストエンコーダーの出力をキャッシュすると無視されます。トリガーはキャプションに入れてください。</translation>
        </message>
        <message>
            <source>Small pictures keep their size instead of being enlarged.</source>
            <translation>小さな画像を拡大せず、元のサイズのまま使います。</translation>
        </message>
        <message>
            <source>Something is missing beside “or” or inside the brackets.</source>
            <translation>「or」の横、またはかっこの中に何かが足りません。</translation>
        </message>
        <message>
            <source>Splits sentences at every comma, even without shuffling.</source>
            <translation>シャッフルしなくても、文をすべてのカンマで切ります。</translation>
        </message>
        <message>
            <source>Stops every trainer script that uses neither masks nor ControlNet.</source>
            <translation>マスクも ControlNet も使わない学習スクリプトは、すべて止まります。</translation>
        </message>
        <message>
            <source>Stops textual inversion scripts, and cached text-encoder outputs.</source>
            <translation>Textual Inversion のスクリプトと、テキストエンコーダー出力のキャッシュで止まります。</translation>
        </message>
        <message>
            <source>Stops textual inversion scripts.</source>
            <translation>Textual Inversion のスクリプトが止まります。</translation>
        </message>
        <message>
            <source>T5 tokenizer</source>
            <translation>T5 トークナイザー</translation>
        </message>
        <message>
            <source>Taken along from your data.toml: {names}.</source>
            <translation>ご自身の data.toml から引き継ぐもの: {names}。</translation>
        </message>
        <message>
            <source>Tears sentences apart at every comma. The launch command can switch it on.</source>
            <translation>文をすべてのカンマで分断します。起動コマンドでも有効になります。</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字サイズ</translation>
        </message>
        <message>
            <source>The background is not a colour.</source>
            <translation>背景が色ではありません。</translation>
        </message>
        <message>
            <source>The batch size belongs into the file that starts the run, not into this one.</source>
            <translation>バッチサイズは、このファイルではなく、学習を始めるファイルに書きます。</translation>
        </message>
        <message>
            <source>The caption changed on disk once more: look again.</source>
            <translation>ディスク上のキャプションがもう一度変わりました。もう一度確認してください。</translation>
        </message>
        <message>
            <source>The caption file cannot be read.</source>
            <translation>キャプションファイルを読み込めません。</translation>
        </message>
        <message>
            <source>The caption file is too large to be a caption.</source>
            <translation>キャプションファイルが、キャプションとしては大きすぎます。</translation>
        </message>
        <message>
            <source>The caption is empty.</source>
            <translation>キャプションが空です。</translation>
        </message>
        <message>
            <source>The caption is not UTF-8: the trainer would stop here.</source>
            <translation>キャプションが UTF-8 ではなく、ここで学習が止まります。</translation>
        </message>
        <message>
            <source>The caption of pictures that have no caption file.</source>
            <translation>キャプションファイルのない画像に使うキャプションです。</translation>
        </message>
        <message>
            <source>The caption says that it is not so: change it by hand.</source>
            <translation>キャプションがそれを否定しています。手で直してください。</translation>
        </message>
        <message>
            <source>The caption was not converted: {reason}</source>
            <translation>キャプションを変換できませんでした: {reason}</translation>
        </message>
        <message>
            <source>The desktop's trash</source>
            <translation>デスクトップのゴミ箱</translation>
        </message>
        <message>
            <source>The disk says again what it said before: your text is saved.</source>
            <translation>ディスクの内容が元に戻りました。あなたの文章を保存します。</translation>
        </message>
        <message>
            <source>The earlier export there was changed since: {names}. Move it away.</source>
            <translation>前回の書き出しが、その後変更されています: {names}。別の場所へ移してください。</translation>
        </message>
        <message>
            <source>The export cannot go there</source>
            <translation>ここには書き出せません</translation>
        </message>
        <message>
            <source>The export was cancelled</source>
            <translation>書き出しを中止しました</translation>
        </message>
        <message>
            <source>The export was not written.</source>
            <translation>書き出しは行われませんでした。</translation>
        </message>
        <message>
            <source>The expression model cannot be read</source>
            <translation>表情モデルを読み込めません</translation>
        </message>
        <message>
            <source>The expression model is damaged</source>
            <translation>表情モデルが壊れています</translation>
        </message>
        <message>
            <source>The file is too large to be a data.toml.</source>
            <translation>data.toml としては大きすぎるファイルです。</translation>
        </message>
        <message>
            <source>The first training has not been read yet.</source>
            <translation>1回目の学習はまだ読み込まれていません。</translation>
        </message>
        <message>
            <source>The first training in {folder} cannot be used: {reason}</source>
            <translation>{folder} の1回目の学習は使えません: {reason}</translation>
        </message>
        <message>
            <source>The first training must lie apart from the folder that is open.</source>
            <translation>1回目の学習のフォルダーは、開いているフォルダーの外にある必要があります。</translation>
        </message>
        <message>
            <source>The first: {reason}</source>
            <translation>最初の理由: {reason}</translation>
        </message>
        <message>
            <source>The folder is a disk of its own. Choose a folder inside it.</source>
            <translation>このフォルダーは独立したディスクです。その中のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>The folder is not empty, and not an earlier export. Choose another place.</source>
            <translation>フォルダーが空ではなく、前回の書き出しでもありません。別の場所を選んでください。</translation>
        </message>
        <message>
            <source>The folder of masks or control pictures.</source>
            <translation>マスクまたは制御用画像のフォルダーです。</translation>
        </message>
        <message>
            <source>The folder of pictures and captions, as the training machine sees it.</source>
            <translation>学習マシンから見た、画像とキャプションのフォルダーです。</translation>
        </message>
        <message>
            <source>The folder of {name} is called {folder}.</source>
            <translation>{name} のフォルダー名は {folder} です。</translation>
        </message>
        <message>
            <source>The folder's own store, with its caption</source>
            <translation>フォルダー内の保管場所 (キャプションも一緒)</translation>
        </message>
        <message>
            <source>The history of {folder} is damaged in {count} places; it goes on without them, and the file as it was is kept as {file}</source>
            <translation>{folder} の履歴が {count} か所壊れています。その部分を除いて続けます。元のファイルは {file} として残しました</translation>
        </message>
        <message>
            <source>The limit is {limit:g}; how often that is right was not counted.</source>
            <translation>基準は {limit:g}。的中率は数えていません。</translation>
        </message>
        <message>
            <source>The limit is {limit:g}; right in {right} of {count} cases that were counted.</source>
            <translation>基準は {limit:g}。数えた {count} 件中 {right} 件で的中。</translation>
        </message>
        <message>
            <source>The longest side that a bucket may have.</source>
            <translation>バケットに許される最も長い辺です。</translation>
        </message>
        <message>
            <source>The memory of pictures was damaged; it was kept as {file}, and is filled again</source>
            <translation>画像のキャッシュが壊れていました。{file} として残し、作り直します</translation>
        </message>
        <message>
            <source>The model was trained at the area of {side} × {side}; it trains well from {least} to {most}.</source>
            <translation>このモデルは {side} × {side} の面積で学習されています。{least} から {most} までがよく学習できます。</translation>
        </message>
        <message>
            <source>The name is not valid Unicode. Rename the folder.</source>
            <translation>名前が正しい Unicode ではありません。フォルダー名を変えてください。</translation>
        </message>
        <message>
            <source>The name template {given} cannot be used</source>
            <translation>名前のひな型 {given} は使えません</translation>
        </message>
        <message>
            <source>The number of steps over which captions grow to their full length.</source>
            <translation>キャプションが元の長さになるまでのステップ数です。</translation>
        </message>
        <message>
            <source>The old text was kept as comments below a new one: {reason}</source>
            <translation>元のテキストは、新しいものの下にコメントとして残しました: {reason}</translation>
        </message>
        <message>
            <source>The parts are joined with a comma and a space, whatever stands here.</source>
            <translation>ここに何を書いても、各部分はカンマと空白でつながれます。</translation>
        </message>
        <message>
            <source>The parts between commas come in a new order each time.</source>
            <translation>カンマで区切られた部分は、毎回新しい順番になります。</translation>
        </message>
        <message>
            <source>The parts between commas come in a new order each time; the first {count} stay.</source>
            <translation>カンマで区切られた部分は毎回新しい順番になり、先頭の {count} 個は動きません。</translation>
        </message>
        <message>
            <source>The paths say {root}: that is where the training machine must find it.</source>
            <translation>パスは {root} を指しています。学習マシンもそこで見つける必要があります。</translation>
        </message>
        <message>
            <source>The picture has not been read yet.</source>
            <translation>画像はまだ読み込まれていません。</translation>
        </message>
        <message>
            <source>The picture is too long and thin for the trainer's buckets.</source>
            <translation>画像が細長すぎて、学習のバケットに入りません。</translation>
        </message>
        <message>
            <source>The pictures could not be written anew</source>
            <translation>画像を新しく書き直せませんでした</translation>
        </message>
        <message>
            <source>The quality {value} is not between 1 and 100.</source>
            <translation>画質 {value} は1～100の範囲にありません。</translation>
        </message>
        <message>
            <source>The report is in {file}.</source>
            <translation>報告は {file} にあります。</translation>
        </message>
        <message>
            <source>The report was not written: {error}</source>
            <translation>報告を書き込めませんでした: {error}</translation>
        </message>
        <message>
            <source>The resolution {width} × {height} is smaller than one bucket step.</source>
            <translation>解像度 {width} × {height} が、バケットの刻みより小さくなっています。</translation>
        </message>
        <message>
            <source>The rule card {name} cannot be read</source>
            <translation>ルールカード {name} を読み込めません</translation>
        </message>
        <message>
            <source>The same folder stands twice in one dataset: one of them is dropped.</source>
            <translation>同じフォルダーが一つのデータセットに二度あります。片方は無視されます。</translation>
        </message>
        <message>
            <source>The script for this model stops unless it is a multiple of {step}.</source>
            <translation>このモデル用のスクリプトは、{step} の倍数でないと停止します。</translation>
        </message>
        <message>
            <source>The second opinion failed</source>
            <translation>セカンドオピニオンに失敗しました</translation>
        </message>
        <message>
            <source>The sentence needs these words: change it by hand.</source>
            <translation>この語がないと文になりません。手で直してください。</translation>
        </message>
        <message>
            <source>The share of draws that train with no caption at all.</source>
            <translation>キャプションなしで学習する割合です。</translation>
        </message>
        <message>
            <source>The share of parts between commas that is left out each time.</source>
            <translation>カンマ区切りの部分を毎回どれだけ省くかの割合です。</translation>
        </message>
        <message>
            <source>The share of pictures that is kept from training to measure the loss.</source>
            <translation>損失を測るために、学習に使わず取っておく画像の割合です。</translation>
        </message>
        <message>
            <source>The shortest side that a bucket may have.</source>
            <translation>バケットに許される最も短い辺です。</translation>
        </message>
        <message>
            <source>The size to train at; with buckets its area and its sides are what counts.</source>
            <translation>学習するサイズです。バケットを使うと、面積と辺の長さが基準になります。</translation>
        </message>
        <message>
            <source>The snapshot was not kept: {reason}</source>
            <translation>スナップショットを保存できませんでした: {reason}</translation>
        </message>
        <message>
            <source>The snapshot {title} cannot be read</source>
            <translation>スナップショット {title} を読み込めません</translation>
        </message>
        <message>
            <source>The system gave no process that could do it. Close other programs, then try again.</source>
            <translation>処理を行うプロセスを起動できませんでした。ほかのプログラムを閉じて、もう一度試してください。</translation>
        </message>
        <message>
            <source>The text is not UTF-8.</source>
            <translation>テキストが UTF-8 ではありません。</translation>
        </message>
        <message>
            <source>The trainer cannot read {text}</source>
            <translation>学習プログラムは {text} を読めません</translation>
        </message>
        <message>
            <source>The trainer cuts at another place each time: {names}.</source>
            <translation>学習プログラムは毎回別の位置で切り抜きます: {names}。</translation>
        </message>
        <message>
            <source>The trainer stops where text-encoder outputs are cached, as usual for this model.</source>
            <translation>このモデルで普通に行われるように、テキストエンコーダーの出力をキャッシュすると、学習プログラムが停止します。</translation>
        </message>
        <message>
            <source>The word list {file} is not there.</source>
            <translation>単語リスト {file} がありません。</translation>
        </message>
        <message>
            <source>The word list {path} cannot be read</source>
            <translation>単語リスト {path} を読み込めません</translation>
        </message>
        <message>
            <source>The word list {path} has a mistake in line {line}</source>
            <translation>単語リスト {path} の {line} 行目に間違いがあります</translation>
        </message>
        <message>
            <source>The word list {path} was left alone</source>
            <translation>単語リスト {path} はそのままにしました</translation>
        </message>
        <message>
            <source>There are too many brackets.</source>
            <translation>かっこが多すぎます。</translation>
        </message>
        <message>
            <source>There is a closing bracket too many.</source>
            <translation>閉じかっこが多すぎます。</translation>
        </message>
        <message>
            <source>There is no [[datasets]]: there is nothing to train.</source>
            <translation>[[datasets]] がないため、学習するものがありません。</translation>
        </message>
        <message>
            <source>There is no caption.</source>
            <translation>キャプションがありません。</translation>
        </message>
        <message>
            <source>There is no folder {name}</source>
            <translation>フォルダー {name} がありません</translation>
        </message>
        <message>
            <source>There is no second opinion</source>
            <translation>セカンドオピニオンはありません</translation>
        </message>
        <message>
            <source>There is nothing to train.</source>
            <translation>学習するものがありません。</translation>
        </message>
        <message>
            <source>These words are part of the trigger.</source>
            <translation>トリガーの一部です。</translation>
        </message>
        <message>
            <source>This OpenCV cannot run the expression model</source>
            <translation>この OpenCV では表情モデルを動かせません</translation>
        </message>
        <message>
            <source>This caption cannot be edited here.</source>
            <translation>このキャプションはここでは編集できません。</translation>
        </message>
        <message>
            <source>This caption cannot be saved</source>
            <translation>このキャプションは保存できません</translation>
        </message>
        <message>
            <source>This dataset has no [[datasets.subsets]]: nothing of it is trained.</source>
            <translation>このデータセットには [[datasets.subsets]] がなく、何も学習されません。</translation>
        </message>
        <message>
            <source>Thumbnail size</source>
            <translation>サムネイルの大きさ</translation>
        </message>
        <message>
            <source>Trades enlarging for cropping: 1000 × 1000 loses 40 pixels each way.</source>
            <translation>拡大する代わりに切り抜きます。1000 × 1000 では縦横40ピクセルずつ失われます。</translation>
        </message>
        <message>
            <source>Transparency</source>
            <translation>透明部分</translation>
        </message>
        <message>
            <source>Transparent parts of a picture do not count for the loss.</source>
            <translation>画像の透明な部分を損失に含めません。</translation>
        </message>
        <message>
            <source>Turned</source>
            <translation>回転</translation>
        </message>
        <message>
            <source>Twice the longer side of the resolution leaves room for every shape.</source>
            <translation>解像度の長辺の2倍なら、どの縦横比にも余裕があります。</translation>
        </message>
        <message>
            <source>Used only up to the number of training pictures; the rest is left out.</source>
            <translation>学習画像の枚数までしか使われず、残りは省かれます。</translation>
        </message>
        <message>
            <source>What a list hides is one of {known}.</source>
            <translation>リストが隠せるのは次のいずれかです: {known}。</translation>
        </message>
        <message>
            <source>What holds for every folder, unless something further in says otherwise.</source>
            <translation>すべてのフォルダーに効きます。内側に別の指定があれば、そちらが優先されます。</translation>
        </message>
        <message>
            <source>Where a caption is split when it is shuffled.</source>
            <translation>シャッフル時にキャプションを分ける位置です。</translation>
        </message>
        <message>
            <source>Where text-encoder outputs are cached, as usual for Flux, it reads: {text}</source>
            <translation>Flux で普通に行われるように、テキストエンコーダーの出力をキャッシュすると、次のように読まれます: {text}</translation>
        </message>
        <message>
            <source>Whole numbers stop the trainer: write [2.0, 4.0].</source>
            <translation>整数では学習が止まります。[2.0, 4.0] のように書いてください。</translation>
        </message>
        <message>
            <source>With cached text-encoder outputs the braces themselves would be trained.</source>
            <translation>テキストエンコーダーの出力をキャッシュすると、波かっこがそのまま学習されてしまいます。</translation>
        </message>
        <message>
            <source>Without any caption in every epoch whose number {count} divides.</source>
            <translation>番号が {count} で割り切れるエポックでは、キャプションなしで学習されます。</translation>
        </message>
        <message>
            <source>Without any caption in {share:.0f} % of the draws.</source>
            <translation>{share:.0f}% の回では、キャプションなしで学習されます。</translation>
        </message>
        <message>
            <source>Without it the trainer looks for .caption and trains every picture with no words if the files are .txt.</source>
            <translation>これがないと .caption を探すため、ファイルが .txt なら、すべての画像が言葉なしで学習されます。</translation>
        </message>
        <message>
            <source>Without shuffling the mark itself is trained as words.</source>
            <translation>シャッフルしないと、目印そのものが言葉として学習されます。</translation>
        </message>
        <message>
            <source>Write [[datasets.subsets]] with two brackets.</source>
            <translation>[[datasets.subsets]] は二重の角かっこで書いてください。</translation>
        </message>
        <message>
            <source>Write [[datasets]] with two brackets.</source>
            <translation>[[datasets]] は二重の角かっこで書いてください。</translation>
        </message>
        <message>
            <source>Wrong where captions say left or right, or pictures hold writing.</source>
            <translation>キャプションに左右の記述があるときや、画像に文字があるときは不適切です。</translation>
        </message>
        <message>
            <source>Your own word list</source>
            <translation>自分の単語リスト</translation>
        </message>
        <message>
            <source>[[datasets]] number {number} was kept as it is</source>
            <translation>[[datasets]] の {number} 番目はそのまま残しました</translation>
        </message>
        <message>
            <source>[general] must be a table.</source>
            <translation>[general] はテーブルでなければなりません。</translation>
        </message>
        <message>
            <source>a cache that still holds old captions or sizes</source>
            <translation>古いキャプションやサイズが残っているキャッシュ</translation>
        </message>
        <message>
            <source>a link leads to {file}, outside the dataset</source>
            <translation>データセットの外にある {file} へのリンクをたどります</translation>
        </message>
        <message>
            <source>a link that leads nowhere; the trainer would stop at it</source>
            <translation>リンク先がありません。学習がここで止まります</translation>
        </message>
        <message>
            <source>a link to an image outside of this folder</source>
            <translation>このフォルダーの外にある画像へのリンク</translation>
        </message>
        <message>
            <source>a name needs letters, and none of &lt; &gt; : " / \ | ? * or a dot at its ends</source>
            <translation>名前には文字が必要です。&lt; &gt; : " / \ | ? * と、先頭や末尾の点は使えません</translation>
        </message>
        <message>
            <source>a neutral face</source>
            <translation>無表情</translation>
        </message>
        <message>
            <source>a sad person</source>
            <translation>悲しそうな人</translation>
        </message>
        <message>
            <source>a smiling person</source>
            <translation>笑顔の人</translation>
        </message>
        <message>
            <source>ai-toolkit cannot use the path {path}</source>
            <translation>ai-toolkit ではパス {path} を使えません</translation>
        </message>
        <message>
            <source>ai-toolkit has a caption prefix, but no suffix.</source>
            <translation>ai-toolkit にはキャプションの前置きはありますが、後置きはありません。</translation>
        </message>
        <message>
            <source>ai-toolkit puts the prefix {prefix} before it.</source>
            <translation>ai-toolkit はこの前に前置き {prefix} を置きます。</translation>
        </message>
        <message>
            <source>ai-toolkit splits every caption at its commas and joins it again.</source>
            <translation>ai-toolkit はキャプションをすべてのカンマで分け、つなぎ直します。</translation>
        </message>
        <message>
            <source>all are {width} × {height}</source>
            <translation>すべて {width} × {height}</translation>
        </message>
        <message>
            <source>all {count} can be read; none is blurred or nearly a copy</source>
            <translation>{count} 枚すべて読め、ぼけや重複はありません</translation>
        </message>
        <message>
            <source>all {total} approved in both passes</source>
            <translation>{total} 件すべて2回とも承認</translation>
        </message>
        <message>
            <source>an animation: only the first of {count} frames</source>
            <translation>アニメーションです。{count} コマのうち最初の 1 コマだけ使われます</translation>
        </message>
        <message>
            <source>another file has taken its name; rename that one first</source>
            <translation>元の名前は別のファイルが使っています。先にそちらの名前を変えてください</translation>
        </message>
        <message>
            <source>another program changed it; your text is kept on screen</source>
            <translation>別のプログラムが変更しました。入力した文は画面に残っています</translation>
        </message>
        <message>
            <source>black and white, chroma {value:.1f}</source>
            <translation>白黒、彩度 {value:.1f}</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>不可</translation>
        </message>
        <message>
            <source>blurred or enlarged, detail {value:.2f}</source>
            <translation>ぼけ、または拡大。細部 {value:.2f}</translation>
        </message>
        <message>
            <source>bright</source>
            <translation>明るい</translation>
        </message>
        <message>
            <source>by its EXIF note; the trainer sees it lying</source>
            <translation>EXIF の指定による回転です。学習側では横倒しに見えます</translation>
        </message>
        <message>
            <source>caption_extension is missing: the trainer looks for .caption files, and trains without words where the captions are .txt.</source>
            <translation>caption_extension がありません。.caption を探すため、キャプションが .txt の場所では言葉なしで学習されます。</translation>
        </message>
        <message>
            <source>character {place} is half of a character; delete it and type it again</source>
            <translation>{place} 文字目が文字の片割れです。消して入力し直してください</translation>
        </message>
        <message>
            <source>check the name, or choose another</source>
            <translation>名前を確かめるか、別のものを選んでください</translation>
        </message>
        <message>
            <source>choose a folder with png, jpg, webp or bmp files, or add some</source>
            <translation>png、jpg、webp、bmp のあるフォルダーを選ぶか、画像を追加してください</translation>
        </message>
        <message>
            <source>claims more pixels than can be previewed</source>
            <translation>表示できる限度を超える画素数が指定されています</translation>
        </message>
        <message>
            <source>cool, {cool} % of the pixels</source>
            <translation>寒色、画素の {cool}%</translation>
        </message>
        <message>
            <source>could not be decoded: {reason}</source>
            <translation>デコードできません: {reason}</translation>
        </message>
        <message>
            <source>cut out, {white} % of the border is white</source>
            <translation>切り抜き、周囲の {white}% が白</translation>
        </message>
        <message>
            <source>cuts {left} px left, {right} px right</source>
            <translation>左 {left} px、右 {right} px を切り取り</translation>
        </message>
        <message>
            <source>cuts {left} px left, {right} px right, {top} px at the top, {bottom} px at the bottom</source>
            <translation>左 {left} px、右 {right} px、上 {top} px、下 {bottom} px を切り取り</translation>
        </message>
        <message>
            <source>cuts {top} px at the top, {bottom} px at the bottom</source>
            <translation>上 {top} px、下 {bottom} px を切り取り</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>暗い</translation>
        </message>
        <message>
            <source>data.toml cannot be read: {reason}</source>
            <translation>data.toml を読み込めません: {reason}</translation>
        </message>
        <message>
            <source>data.toml is not UTF-8, and the trainer would refuse it. Save it as UTF-8.</source>
            <translation>data.toml が UTF-8 ではなく、学習で受け付けられません。UTF-8 で保存してください。</translation>
        </message>
        <message>
            <source>data.toml matches</source>
            <translation>data.toml の一致</translation>
        </message>
        <message>
            <source>data.toml was changed by another program. The panel shows it as it is now.</source>
            <translation>別のプログラムが data.toml を変更しました。今の内容を表示しています。</translation>
        </message>
        <message>
            <source>data.toml was not taken over: {reason}</source>
            <translation>data.toml を引き継げませんでした: {reason}</translation>
        </message>
        <message>
            <source>data.toml was not written: {reason}</source>
            <translation>data.toml を書き込めませんでした: {reason}</translation>
        </message>
        <message>
            <source>data.toml was written.</source>
            <translation>data.toml を書き込みました。</translation>
        </message>
        <message>
            <source>daylight</source>
            <translation>昼の光</translation>
        </message>
        <message>
            <source>distance varies among {count}</source>
            <translation>{count}枚の距離がばらつく</translation>
        </message>
        <message>
            <source>enable_bucket is not on: the first picture of another size stops the training.</source>
            <translation>enable_bucket が無効です。サイズの違う最初の画像で学習が止まります。</translation>
        </message>
        <message>
            <source>ends after {have} of {whole}</source>
            <translation>{whole} のうち {have} で終わっています</translation>
        </message>
        <message>
            <source>ends too early, after {have}</source>
            <translation>{have} で途切れています</translation>
        </message>
        <message>
            <source>enlarged ×{factor:.2f}</source>
            <translation>×{factor:.2f} に拡大</translation>
        </message>
        <message>
            <source>expression unknown</source>
            <translation>表情は不明</translation>
        </message>
        <message>
            <source>find the folder again; nothing is written to this one</source>
            <translation>フォルダーをもう一度探してください。今のものには何も書き込みません</translation>
        </message>
        <message>
            <source>holds nothing but zero bytes: it was not copied to the end</source>
            <translation>中身がすべてゼロです。最後までコピーされていません</translation>
        </message>
        <message>
            <source>holds {format}, which is not read here: convert it to PNG</source>
            <translation>{format} で、ここでは読めません。PNG に変換してください</translation>
        </message>
        <message>
            <source>image_dir is missing, and it is required.</source>
            <translation>必須の image_dir がありません。</translation>
        </message>
        <message>
            <source>is a damaged {format} file</source>
            <translation>{format} ファイルが壊れています</translation>
        </message>
        <message>
            <source>is a damaged {format} file: {reason}</source>
            <translation>{format} ファイルが壊れています: {reason}</translation>
        </message>
        <message>
            <source>is a web page, not a picture: the download went wrong</source>
            <translation>画像ではなくウェブページです。ダウンロードに失敗しています</translation>
        </message>
        <message>
            <source>is an empty file</source>
            <translation>空のファイルです</translation>
        </message>
        <message>
            <source>is no longer there</source>
            <translation>もうそこにありません</translation>
        </message>
        <message>
            <source>is not a picture</source>
            <translation>画像ではありません</translation>
        </message>
        <message>
            <source>is not a regular file</source>
            <translation>通常のファイルではありません</translation>
        </message>
        <message>
            <source>is not handed out by the system: {reason}</source>
            <translation>システムが渡しません: {reason}</translation>
        </message>
        <message>
            <source>is really {format} and gets that ending</source>
            <translation>実際の形式は {format} なので、その拡張子にします</translation>
        </message>
        <message>
            <source>is too large</source>
            <translation>大きすぎます</translation>
        </message>
        <message>
            <source>is {size} large, more than the {most} that are read</source>
            <translation>{size} あり、読み込む上限の {most} を超えています</translation>
        </message>
        <message>
            <source>is {width} × {height} pixels, too large to preview</source>
            <translation>{width} × {height} ピクセルは大きすぎて表示できません</translation>
        </message>
        <message>
            <source>it could not be worked on: {error}</source>
            <translation>処理できませんでした: {error}</translation>
        </message>
        <message>
            <source>it holds zero bytes and is probably not text; replace the file</source>
            <translation>ゼロのバイトを含み、テキストではなさそうです。ファイルを差し替えてください</translation>
        </message>
        <message>
            <source>it holds {there} of the {count} open images; choose the one that holds them</source>
            <translation>開いている画像 {count} 枚のうち {there} 枚しかありません。それらのあるフォルダーを選んでください</translation>
        </message>
        <message>
            <source>it is a link that leads back to itself; make it point to a file</source>
            <translation>自分自身に戻るリンクです。ファイルを指すようにしてください</translation>
        </message>
        <message>
            <source>it is a link to {file}, outside of the opened folder</source>
            <translation>開いたフォルダーの外にある {file} へのリンクです</translation>
        </message>
        <message>
            <source>it is a pipe, a device or a folder, not a file; move it away</source>
            <translation>ファイルではなく、パイプ、デバイス、またはフォルダーです。別の場所へ移してください</translation>
        </message>
        <message>
            <source>it is in this folder already</source>
            <translation>すでにこのフォルダーにあります</translation>
        </message>
        <message>
            <source>it is nested too deeply</source>
            <translation>入れ子が深すぎます</translation>
        </message>
        <message>
            <source>it is not UTF-8, the trainer would stop; it may be {encoding}: convert it</source>
            <translation>UTF-8 ではなく、学習が止まります。{encoding} かもしれません。変換してください</translation>
        </message>
        <message>
            <source>it is not UTF-8, the trainer would stop; save it again as UTF-8</source>
            <translation>UTF-8 ではなく、学習が止まります。UTF-8 で保存し直してください</translation>
        </message>
        <message>
            <source>it is not a draft</source>
            <translation>下書きではありません</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>ファイルではありません</translation>
        </message>
        <message>
            <source>it is not a png, jpg, webp, bmp, avif, gif or tiff</source>
            <translation>png、jpg、webp、bmp、avif、gif、tiff のいずれでもありません</translation>
        </message>
        <message>
            <source>it is not a snapshot</source>
            <translation>スナップショットではありません</translation>
        </message>
        <message>
            <source>it is not there</source>
            <translation>そこにありません</translation>
        </message>
        <message>
            <source>it is too large ({size} bytes)</source>
            <translation>大きすぎます ({size} バイト)</translation>
        </message>
        <message>
            <source>it was deleted by another program; your text is kept on screen</source>
            <translation>別のプログラムが削除しました。入力した文は画面に残っています</translation>
        </message>
        <message>
            <source>its bytes are not {encoding}</source>
            <translation>{encoding} の文字列ではありません</translation>
        </message>
        <message>
            <source>its caption belongs to another image too; copy it first</source>
            <translation>キャプションが別の画像と共用です。先にコピーしてください</translation>
        </message>
        <message>
            <source>its ending is {ending}, but it is a {format}</source>
            <translation>拡張子は {ending} ですが、中身は {format} です</translation>
        </message>
        <message>
            <source>its image is no longer there; your text is kept</source>
            <translation>画像がもうありません。入力した文は残っています</translation>
        </message>
        <message>
            <source>its name is damaged</source>
            <translation>名前が壊れています</translation>
        </message>
        <message>
            <source>its tables are not written with headers of their own</source>
            <translation>テーブルが独立した見出しで書かれていません</translation>
        </message>
        <message>
            <source>left out by you</source>
            <translation>自分で除外</translation>
        </message>
        <message>
            <source>light varies among {count}</source>
            <translation>{count}枚の光がばらつく</translation>
        </message>
        <message>
            <source>lightness {least} to {most} of 100</source>
            <translation>明るさ{least}〜{most}（100が最大）</translation>
        </message>
        <message>
            <source>line {line}: {name} became a comment, it must be {kind}</source>
            <translation>{line} 行目: {name} をコメントにしました。{kind} でなければなりません</translation>
        </message>
        <message>
            <source>line {line}: {name} became a comment, the trainer does not know it there</source>
            <translation>{line} 行目: {name} をコメントにしました。学習プログラムはここでは知りません</translation>
        </message>
        <message>
            <source>look</source>
            <translation>要確認</translation>
        </message>
        <message>
            <source>made for print (CMYK): the trainer may show other colours</source>
            <translation>印刷用（CMYK）です。学習ツールでは色が変わることがあります</translation>
        </message>
        <message>
            <source>max_bucket_reso is no more than the resolution: every picture that is not square shrinks. Write {value}.</source>
            <translation>max_bucket_reso が解像度以下のため、正方形以外の画像がすべて縮みます。{value} にしてください。</translation>
        </message>
        <message>
            <source>max_bucket_reso is {value}, below the longer side {side}: the trainer stops.</source>
            <translation>max_bucket_reso が {value} で、長辺 {side} より小さいため、学習が止まります。</translation>
        </message>
        <message>
            <source>may not be read by you: its permissions forbid it</source>
            <translation>読む権限がありません</translation>
        </message>
        <message>
            <source>min_bucket_reso is {value}, above the shorter side {side}: the trainer stops.</source>
            <translation>min_bucket_reso が {value} で、短辺 {side} より大きいため、学習が止まります。</translation>
        </message>
        <message>
            <source>more than 8 bits for each colour: the trainer may cut the light ones off</source>
            <translation>各色が 8 ビットを超えています。学習ツールでは明るい部分が飛ぶことがあります</translation>
        </message>
        <message>
            <source>musubi-tuner fixes the bucket step itself: 16 pixels for most models.</source>
            <translation>musubi-tuner のバケットの刻みは固定です。多くのモデルで16ピクセルです。</translation>
        </message>
        <message>
            <source>muted, {value}</source>
            <translation>くすんだ色、{value}</translation>
        </message>
        <message>
            <source>needs more memory than there is to be decoded</source>
            <translation>デコードにメモリーが足りません</translation>
        </message>
        <message>
            <source>neither picture nor caption of one</source>
            <translation>画像でもキャプションでもないファイル</translation>
        </message>
        <message>
            <source>night</source>
            <translation>夜</translation>
        </message>
        <message>
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>no CLIP tokenizer was found; name its merges.txt in the settings</source>
            <translation>CLIP のトークナイザーが見つかりません。設定で merges.txt を指定してください</translation>
        </message>
        <message>
            <source>no blur found, detail {value:.2f} in {count} of 64 tiles</source>
            <translation>ぼけは見つからず。細部 {value:.2f}（64 区画中 {count}）</translation>
        </message>
        <message>
            <source>no caption file: the class tokens are written as its caption</source>
            <translation>キャプションがないため、クラストークンを書きます</translation>
        </message>
        <message>
            <source>no dark pixels</source>
            <translation>暗い画素なし</translation>
        </message>
        <message>
            <source>no finding stands</source>
            <translation>指摘は残っていません</translation>
        </message>
        <message>
            <source>no light measured</source>
            <translation>光は未測定</translation>
        </message>
        <message>
            <source>no picture stands out from the others</source>
            <translation>ほかから外れた画像はありません</translation>
        </message>
        <message>
            <source>no size known</source>
            <translation>サイズ不明</translation>
        </message>
        <message>
            <source>no smile {value:.2f}</source>
            <translation>笑顔でない {value:.2f}</translation>
        </message>
        <message>
            <source>no smile, {value:.2f}</source>
            <translation>笑顔ではない、{value:.2f}</translation>
        </message>
        <message>
            <source>no warning; {count} hints stand</source>
            <translation>警告なし、ヒント {count} 件</translation>
        </message>
        <message>
            <source>no worker could be started: {error}</source>
            <translation>処理用のプロセスを起動できません: {error}</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>人物なし</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>not dark</source>
            <translation>暗くない</translation>
        </message>
        <message>
            <source>not measured yet</source>
            <translation>まだ測定していません</translation>
        </message>
        <message>
            <source>num_repeats is below 1: the trainer leaves this folder out.</source>
            <translation>num_repeats が1未満のため、このフォルダーは使われません。</translation>
        </message>
        <message>
            <source>one finding</source>
            <translation>指摘1件</translation>
        </message>
        <message>
            <source>one finding, an error</source>
            <translation>指摘1件（エラー）</translation>
        </message>
        <message>
            <source>only the first of {count} frames</source>
            <translation>{count} フレームのうち最初の一枚だけ</translation>
        </message>
        <message>
            <source>onnxruntime is not installed: pip install 'proofsheet[zeroshot]'</source>
            <translation>onnxruntime がありません：pip install 'proofsheet[zeroshot]'</translation>
        </message>
        <message>
            <source>open the folder that holds the images</source>
            <translation>画像のあるフォルダーを開いてください</translation>
        </message>
        <message>
            <source>parts of it are</source>
            <translation>一部が透明</translation>
        </message>
        <message>
            <source>pass 1: {first} of {total}, pass 2: {second} of {total} approved</source>
            <translation>承認 1回目: {first} / {total}、2回目: {second} / {total}</translation>
        </message>
        <message>
            <source>reading it took longer than {seconds} s</source>
            <translation>読み込みに {seconds} 秒以上かかりました</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>準備完了</translation>
        </message>
        <message>
            <source>resolution is missing: the trainer stops, unless its command names one.</source>
            <translation>resolution がありません。コマンドで指定しないと学習が止まります。</translation>
        </message>
        <message>
            <source>says {answer}, {share:.2f}</source>
            <translation>「{answer}」{share:.2f}</translation>
        </message>
        <message>
            <source>smile found, {value:.2f}</source>
            <translation>笑顔を検出、{value:.2f}</translation>
        </message>
        <message>
            <source>smile {value:.2f}</source>
            <translation>笑顔 {value:.2f}</translation>
        </message>
        <message>
            <source>smiling: {smiles}, not smiling: {calm}</source>
            <translation>笑顔 {smiles}、笑顔でない {calm}</translation>
        </message>
        <message>
            <source>spread {spread}, {share} % bright pixels</source>
            <translation>ばらつき {spread}、明るい画素 {share}%</translation>
        </message>
        <message>
            <source>studio light</source>
            <translation>スタジオの光</translation>
        </message>
        <message>
            <source>sunset</source>
            <translation>夕日</translation>
        </message>
        <message>
            <source>the disk has no free file entries; delete some files and save again</source>
            <translation>ディスクに作れるファイルの数が限界です。不要なファイルを消して、保存し直してください</translation>
        </message>
        <message>
            <source>the disk is full ({free} bytes free, {size} needed); make room and save again</source>
            <translation>ディスクがいっぱいです (空き {free} バイト、必要 {size} バイト)。空きを作って、保存し直してください</translation>
        </message>
        <message>
            <source>the disk is full; make room and save again</source>
            <translation>ディスクがいっぱいです。空きを作って、保存し直してください</translation>
        </message>
        <message>
            <source>the disk is mounted read-only; make it writable or copy the folder</source>
            <translation>ディスクが読み取り専用です。書き込めるようにするか、フォルダーをコピーしてください</translation>
        </message>
        <message>
            <source>the disk reports a fault; copy the folder to another disk</source>
            <translation>ディスクの故障が報告されました。フォルダーを別のディスクへコピーしてください</translation>
        </message>
        <message>
            <source>the disk reports a fault; copy the folder to another disk now</source>
            <translation>ディスクの故障が報告されました。今すぐフォルダーを別のディスクへコピーしてください</translation>
        </message>
        <message>
            <source>the file is write-protected; allow writing to it, then try again</source>
            <translation>ファイルが書き込み禁止です。書き込みを許可してから、もう一度お試しください</translation>
        </message>
        <message>
            <source>the file or folder is locked against changes (immutable); unlock it</source>
            <translation>ファイルかフォルダーが変更不可 (immutable) です。解除してください</translation>
        </message>
        <message>
            <source>the file says something else than the folders</source>
            <translation>ファイルの内容がフォルダーと違います</translation>
        </message>
        <message>
            <source>the file says what the folders hold</source>
            <translation>ファイルの内容がフォルダーと一致しています</translation>
        </message>
        <message>
            <source>the folder is not there; your text is kept</source>
            <translation>フォルダーが見つかりません。文章は保持しています</translation>
        </message>
        <message>
            <source>the folder {folder} is no longer the one that was opened</source>
            <translation>フォルダー {folder} は、開いたときのものではなくなっています</translation>
        </message>
        <message>
            <source>the folder {folder} is no longer there; find it again or put it back</source>
            <translation>フォルダー {folder} がもうありません。探し直すか、元に戻してください</translation>
        </message>
        <message>
            <source>the folder {folder} was kept; it is no concept of this dataset</source>
            <translation>フォルダー {folder} はそのまま残しました。このデータセットのコンセプトではありません</translation>
        </message>
        <message>
            <source>the name differs from another one only in case or accents: rename it</source>
            <translation>大文字小文字やアクセントだけが違う名前があります。名前を変えてください</translation>
        </message>
        <message>
            <source>the name is too long for this disk; rename the image</source>
            <translation>このディスクには名前が長すぎます。画像の名前を変えてください</translation>
        </message>
        <message>
            <source>the system allows no file of {size} bytes here</source>
            <translation>ここには {size} バイトのファイルを作れません</translation>
        </message>
        <message>
            <source>the system says: {reason}</source>
            <translation>システムの説明: {reason}</translation>
        </message>
        <message>
            <source>the trainer does not read {kind}; an export converts it</source>
            <translation>学習プログラムは {kind} を読みません。書き出すと変換されます</translation>
        </message>
        <message>
            <source>the trainer skips the mixed-case extension {extension}; write it small</source>
            <translation>大文字の混じった拡張子 {extension} は学習で飛ばされます。小文字にしてください</translation>
        </message>
        <message>
            <source>the worker that read it stopped</source>
            <translation>読み込み中の処理が止まりました</translation>
        </message>
        <message>
            <source>there are some deeper down; open {name}</source>
            <translation>下の階層に画像があります。{name} を開いてください</translation>
        </message>
        <message>
            <source>there is no data.toml yet</source>
            <translation>data.toml はまだありません</translation>
        </message>
        <message>
            <source>transparent parts will train with the colour hidden under them</source>
            <translation>透明な部分は、下に隠れた色のまま学習されます</translation>
        </message>
        <message>
            <source>turned upright; the trainer ignores the camera's orientation mark</source>
            <translation>正しい向きにします。学習側はカメラの向き情報を無視します</translation>
        </message>
        <message>
            <source>unknown: chroma {value:.1f}; grey is below {grey}, colour from {colour}</source>
            <translation>不明: 彩度 {value:.1f}。{grey} 未満が無彩色、{colour} 以上がカラー</translation>
        </message>
        <message>
            <source>unknown: dark is up to {dark}, bright from {bright}</source>
            <translation>不明: {dark} 以下が暗い、{bright} 以上が明るい</translation>
        </message>
        <message>
            <source>unknown: none found, which proves nothing</source>
            <translation>不明: 見つからず（いないとは限りません）</translation>
        </message>
        <message>
            <source>unknown: not looked for</source>
            <translation>不明: 探していません</translation>
        </message>
        <message>
            <source>unknown: smile {smile:.2f}, no smile {calm:.2f}</source>
            <translation>不明: 笑顔 {smile:.2f}、笑顔でない {calm:.2f}</translation>
        </message>
        <message>
            <source>unknown: too little texture</source>
            <translation>不明: 模様が少なすぎます</translation>
        </message>
        <message>
            <source>unknown: {value}; muted is up to {muted}, vivid from {vivid}</source>
            <translation>不明: {value}。{muted} 以下がくすんだ色、{vivid} 以上が鮮やか</translation>
        </message>
        <message>
            <source>unknown: {warm} % warm, {cool} % cool pixels</source>
            <translation>不明: 暖色 {warm}%、寒色 {cool}%</translation>
        </message>
        <message>
            <source>unknown: {white} % of the border is white</source>
            <translation>不明: 周囲の {white}% が白</translation>
        </message>
        <message>
            <source>validation_split must be from 0.0 to below 1.0, or pictures are lost.</source>
            <translation>validation_split は 0.0 以上 1.0 未満です。外れると画像が失われます。</translation>
        </message>
        <message>
            <source>vivid, {value}</source>
            <translation>鮮やか、{value}</translation>
        </message>
        <message>
            <source>warm, {warm} % of the pixels</source>
            <translation>暖色、画素の {warm}%</translation>
        </message>
        <message>
            <source>you are not allowed to read it; check its permissions</source>
            <translation>読む権限がありません。アクセス権を確かめてください</translation>
        </message>
        <message>
            <source>you may not write to this folder; check its permissions</source>
            <translation>このフォルダーに書く権限がありません。アクセス権を確かめてください</translation>
        </message>
        <message>
            <source>your share of the disk is used up; make room and save again</source>
            <translation>割り当てられたディスク容量を使い切りました。空きを作って、保存し直してください</translation>
        </message>
        <message>
            <source>{before} × {before_height} becomes {after} × {after_height}</source>
            <translation>{before} × {before_height} を {after} × {after_height} にします</translation>
        </message>
        <message>
            <source>{concept}: prefix and suffix are skipped where text-encoder outputs are cached. Put the words into the captions.</source>
            <translation>{concept}: テキストエンコーダーの出力をキャッシュすると、前置きと後置きは無視されます。その言葉はキャプションに書いてください。</translation>
        </message>
        <message>
            <source>{concept}: {captioned} of {total} images have a caption file, which wins over the class tokens “{tokens}”.</source>
            <translation>{concept}: {total} 枚中 {captioned} 枚にキャプションファイルがあり、クラストークン「{tokens}」より優先されます。</translation>
        </message>
        <message>
            <source>{count} approvals lapsed with this change. Dataset &gt; Approve changed captions again shows the differences.</source>
            <translation>この変更で承認{count}件が無効になりました。「データセット &gt; 変わったキャプションを再承認」で違いを確認できます。</translation>
        </message>
        <message>
            <source>{count} blurred</source>
            <translation>ぼけ{count}枚</translation>
        </message>
        <message>
            <source>{count} broken</source>
            <translation>壊れた画像{count}枚</translation>
        </message>
        <message>
            <source>{count} captions are hard-linked to other files; saving one parts it from them</source>
            <translation>{count} 件のキャプションは別のファイルとハードリンクされています。保存すると切り離されます</translation>
        </message>
        <message>
            <source>{count} captions hold [trigger] or [name], which it replaces.</source>
            <translation>{count} 件のキャプションに [trigger] または [name] があり、置き換えられます。</translation>
        </message>
        <message>
            <source>{count} captions were left as they are, because they changed meanwhile: {names}.</source>
            <translation>{count} 件のキャプションは、その間に変更されたため、そのままにしました: {names}。</translation>
        </message>
        <message>
            <source>{count} findings on {entries} entries</source>
            <translation>{entries} 件のエントリに指摘 {count} 件</translation>
        </message>
        <message>
            <source>{count} findings on {entries} entries, {errors} of them errors</source>
            <translation>{entries} 件のエントリに指摘 {count} 件、うちエラー {errors} 件</translation>
        </message>
        <message>
            <source>{count} found, the largest {width} px wide</source>
            <translation>{count} 人を検出、最大の幅 {width} px</translation>
        </message>
        <message>
            <source>{count} from another distance</source>
            <translation>ほかと違う距離{count}枚</translation>
        </message>
        <message>
            <source>{count} lines joined by a space</source>
            <translation>{count} 行を空白でつなぎます</translation>
        </message>
        <message>
            <source>{count} much cut off</source>
            <translation>大きく切り取られる{count}枚</translation>
        </message>
        <message>
            <source>{count} nearly the same</source>
            <translation>ほぼ同じ画像{count}枚</translation>
        </message>
        <message>
            <source>{count} not in the light they name</source>
            <translation>キャプションの光と合わない{count}枚</translation>
        </message>
        <message>
            <source>{count} not measured yet</source>
            <translation>未測定 {count} 件</translation>
        </message>
        <message>
            <source>{count} not of the medium they name</source>
            <translation>キャプションの媒体と合わない{count}枚</translation>
        </message>
        <message>
            <source>{count} odd files</source>
            <translation>変則的なファイル{count}枚</translation>
        </message>
        <message>
            <source>{count} of a full body</source>
            <translation>全身{count}枚</translation>
        </message>
        <message>
            <source>{count} of another light</source>
            <translation>ほかと違う光{count}枚</translation>
        </message>
        <message>
            <source>{count} of another shape</source>
            <translation>ほかと違う縦横比{count}枚</translation>
        </message>
        <message>
            <source>{count} of another size</source>
            <translation>ほかと違うサイズ{count}枚</translation>
        </message>
        <message>
            <source>{count} of other colours</source>
            <translation>ほかと違う色{count}枚</translation>
        </message>
        <message>
            <source>{count} of {total} are {ratio:g} : 1</source>
            <translation>{total} 枚中 {count} 枚が {ratio:g} : 1</translation>
        </message>
        <message>
            <source>{count} pictures: best quality, if they are consistent</source>
            <translation>{count} 枚: 統一されていれば最高の品質</translation>
        </message>
        <message>
            <source>{count} pictures: getting there, 15 to 25 are most efficient</source>
            <translation>{count} 枚: あと少し。15～25枚が最も効率的</translation>
        </message>
        <message>
            <source>{count} pictures: little gain beyond 60, and more repetition</source>
            <translation>{count} 枚: 60枚を超えると効果は薄く、重複が増えます</translation>
        </message>
        <message>
            <source>{count} pictures: more does no harm</source>
            <translation>{count} 枚: 多くても害はありません</translation>
        </message>
        <message>
            <source>{count} pictures: the most efficient number</source>
            <translation>{count} 枚: 最も効率的な枚数</translation>
        </message>
        <message>
            <source>{count} pictures: too few to learn from</source>
            <translation>{count} 枚: 学習には少なすぎます</translation>
        </message>
        <message>
            <source>{count} pictures: unstable, results will vary widely</source>
            <translation>{count} 枚: 不安定で、結果が大きくばらつきます</translation>
        </message>
        <message>
            <source>{count} sizes, no side under {least} px</source>
            <translation>{count} 種のサイズ、最小の辺 {least} px</translation>
        </message>
        <message>
            <source>{count} that no trainer reads</source>
            <translation>トレーナーが読めない画像{count}枚</translation>
        </message>
        <message>
            <source>{count} things stop the export</source>
            <translation>書き出しを止めるものが {count} 件あります</translation>
        </message>
        <message>
            <source>{count} too small</source>
            <translation>小さすぎる画像{count}枚</translation>
        </message>
        <message>
            <source>{count} transparent</source>
            <translation>透過{count}枚</translation>
        </message>
        <message>
            <source>{count} turned by a note</source>
            <translation>回転情報付き{count}枚</translation>
        </message>
        <message>
            <source>{count} with another expression</source>
            <translation>ほかと違う表情{count}枚</translation>
        </message>
        <message>
            <source>{count}, the first is shown</source>
            <translation>{count}、最初のものを表示</translation>
        </message>
        <message>
            <source>{entries} entries</source>
            <translation>エントリ {entries} 件</translation>
        </message>
        <message>
            <source>{entries} entries in {concepts} concepts</source>
            <translation>コンセプト {concepts} 件、エントリ {entries} 件</translation>
        </message>
        <message>
            <source>{error}</source>
            <translation>{error}</translation>
        </message>
        <message>
            <source>{fact}: {list}</source>
            <translation>{fact}：{list}</translation>
        </message>
        <message>
            <source>{file} cannot be read</source>
            <translation>{file} を読み込めません</translation>
        </message>
        <message>
            <source>{file} is no tokenizer that can be read. {encoder} tokens are estimated.</source>
            <translation>{file} はトークナイザーとして読めません。{encoder} のトークン数は推定です。</translation>
        </message>
        <message>
            <source>{file} is not UTF-8</source>
            <translation>{file} が UTF-8 ではありません</translation>
        </message>
        <message>
            <source>{file} was written by a newer Proofsheet; what this one does not know is kept</source>
            <translation>{file} は新しい版の Proofsheet が書いたものです。この版が知らない内容は残します</translation>
        </message>
        <message>
            <source>{file}: {key} lacks a usable {missing}; it was ignored</source>
            <translation>{file}: {key} に有効な {missing} がないため、無視しました</translation>
        </message>
        <message>
            <source>{file}: {key} must be a list of {count} values; the default is used</source>
            <translation>{file}: {key} は {count} 個の値のリストでなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be a list; the default is used</source>
            <translation>{file}: {key} はリストでなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be a number; the default is used</source>
            <translation>{file}: {key} は数でなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be a table; the default is used</source>
            <translation>{file}: {key} はテーブルでなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be a whole number; the default is used</source>
            <translation>{file}: {key} は整数でなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be one of {choices}; the default is used</source>
            <translation>{file}: {key} は {choices} のいずれかでなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be text in quotes; the default is used</source>
            <translation>{file}: {key} は引用符で囲んだ文字列でなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must be true or false; the default is used</source>
            <translation>{file}: {key} は true か false でなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{file}: {key} must lie between {low} and {high}; the default is used</source>
            <translation>{file}: {key} は {low}～{high} でなければならず、初期値を使います</translation>
        </message>
        <message>
            <source>{finding}: no such fix here. Edit the caption, or let it stand.</source>
            <translation>{finding}：ここで使える修正はありません。キャプションを直すか、このままにしてください。</translation>
        </message>
        <message>
            <source>{flagged} flagged; pass 1: {first} of {total}, pass 2: {second} of {total} approved</source>
            <translation>要修正 {flagged}。承認 1回目: {first} / {total}、2回目: {second} / {total}</translation>
        </message>
        <message>
            <source>{folder} and perhaps others lie deeper than the trainer looks; open the folder above them to see their images</source>
            <translation>{folder} などは学習プログラムが見るより深い場所にあります。その上のフォルダーを開くと画像が見えます</translation>
        </message>
        <message>
            <source>{folder} cannot be opened: {reason}</source>
            <translation>{folder} を開けません: {reason}</translation>
        </message>
        <message>
            <source>{format} becomes PNG; the trainer cannot read it</source>
            <translation>{format} を PNG にします。学習プログラムが読めないためです</translation>
        </message>
        <message>
            <source>{format} becomes {wanted}</source>
            <translation>{format} を {wanted} にします</translation>
        </message>
        <message>
            <source>{format}, {mode}, {size} kB</source>
            <translation>{format}、{mode}、{size} kB</translation>
        </message>
        <message>
            <source>{key} is not known; known are {known}.</source>
            <translation>{key} は使えません。使えるもの: {known}。</translation>
        </message>
        <message>
            <source>{key} must be a table.</source>
            <translation>{key} はテーブルでなければなりません。</translation>
        </message>
        <message>
            <source>{key} must be text in quotes.</source>
            <translation>{key} は引用符で囲んだ文字列でなければなりません。</translation>
        </message>
        <message>
            <source>{key} must be true or false.</source>
            <translation>{key} は true か false でなければなりません。</translation>
        </message>
        <message>
            <source>{key} must be written as [[{key}]].</source>
            <translation>{key} は [[{key}]] と書いてください。</translation>
        </message>
        <message>
            <source>{kind} is no kind; a list needs one of {known}.</source>
            <translation>{kind} という種類はありません。リストには {known} のいずれかが必要です。</translation>
        </message>
        <message>
            <source>{light}/100, {pixels}</source>
            <translation>{light}/100、{pixels}</translation>
        </message>
        <message>
            <source>{list}, {more}</source>
            <translation>{list}、{more}</translation>
        </message>
        <message>
            <source>{meaning}; {shown} shown in an epoch</source>
            <translation>{meaning}。1エポックで{shown}枚分</translation>
        </message>
        <message>
            <source>{meaning}; {shown} shown in an epoch of {steps} steps</source>
            <translation>{meaning}。1エポックは{shown}枚分、{steps}ステップ</translation>
        </message>
        <message>
            <source>{measured}, none stands out</source>
            <translation>{measured}、目立って違うものなし</translation>
        </message>
        <message>
            <source>{name} cannot be opened</source>
            <translation>{name} を開けません</translation>
        </message>
        <message>
            <source>{name} cannot be put back</source>
            <translation>{name} を元に戻せません</translation>
        </message>
        <message>
            <source>{name} cannot be read</source>
            <translation>{name} を読み込めません</translation>
        </message>
        <message>
            <source>{name} changed while the export was made</source>
            <translation>書き出し中に {name} が変更されました</translation>
        </message>
        <message>
            <source>{name} could not be written anew</source>
            <translation>{name} を新しく書き直せませんでした</translation>
        </message>
        <message>
            <source>{name} holds no images</source>
            <translation>{name} に画像がありません</translation>
        </message>
        <message>
            <source>{name} is 0: the trainer stops.</source>
            <translation>{name} が0のため、学習が止まります。</translation>
        </message>
        <message>
            <source>{name} is a file</source>
            <translation>{name} はファイルです</translation>
        </message>
        <message>
            <source>{name} is a second way to the same folder</source>
            <translation>{name} は同じフォルダーへの別の経路です</translation>
        </message>
        <message>
            <source>{name} is another folder</source>
            <translation>{name} は別のフォルダーです</translation>
        </message>
        <message>
            <source>{name} is back.</source>
            <translation>{name} を戻しました。</translation>
        </message>
        <message>
            <source>{name} is damaged ({reason}) and was ignored</source>
            <translation>{name} が壊れているため ({reason})、無視しました</translation>
        </message>
        <message>
            <source>{name} is damaged ({reason}); it was kept as {bad}, and Proofsheet started afresh</source>
            <translation>{name} が壊れているため ({reason})、{bad} として残し、新しく始めました</translation>
        </message>
        <message>
            <source>{name} is named like an image but is a folder, a pipe or a device; the trainer would stop at it, move it away</source>
            <translation>{name} は画像のような名前ですが、フォルダー、パイプ、またはデバイスです。学習が止まるので、別の場所へ移してください</translation>
        </message>
        <message>
            <source>{name} is not a key of the trainer, and it stops at any it does not know.</source>
            <translation>{name} は学習プログラムのキーではありません。知らないキーがあると止まります。</translation>
        </message>
        <message>
            <source>{name} is not a way of resizing, and nothing will say so.</source>
            <translation>{name} は拡大縮小の方法ではなく、何の知らせも出ません。</translation>
        </message>
        <message>
            <source>{name} is not a way of resizing: the trainer stops.</source>
            <translation>{name} は拡大縮小の方法ではないため、学習が止まります。</translation>
        </message>
        <message>
            <source>{name} is not the folder any more that was opened</source>
            <translation>{name} は、開いたときのフォルダーではなくなっています</translation>
        </message>
        <message>
            <source>{name} is taken</source>
            <translation>{name} は使われています</translation>
        </message>
        <message>
            <source>{name} may not stand here: the trainer stops.</source>
            <translation>{name} はここに置けません。学習が止まります。</translation>
        </message>
        <message>
            <source>{name} must be {kind}: the trainer stops.</source>
            <translation>{name} は {kind} でなければならず、学習が止まります。</translation>
        </message>
        <message>
            <source>{name} must stand in all folders of a dataset or in none.</source>
            <translation>{name} は、データセットのすべてのフォルダーに付けるか、どれにも付けないかです。</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translation>{name} を追加しませんでした</translation>
        </message>
        <message>
            <source>{name} was not read: {reason}</source>
            <translation>{name} を読み込めませんでした: {reason}</translation>
        </message>
        <message>
            <source>{name} was not renamed</source>
            <translation>{name} の名前を変えませんでした</translation>
        </message>
        <message>
            <source>{name} was not saved</source>
            <translation>{name} を保存できませんでした</translation>
        </message>
        <message>
            <source>{one}, {other}</source>
            <translation>{one}、{other}</translation>
        </message>
        <message>
            <source>{path} does not have the expected content; install again</source>
            <translation>{path} の内容が正しくありません。インストールし直してください</translation>
        </message>
        <message>
            <source>{path}: {reason}</source>
            <translation>{path}: {reason}</translation>
        </message>
        <message>
            <source>{reason}</source>
            <translation>{reason}</translation>
        </message>
        <message>
            <source>{reason}.</source>
            <translation>{reason}。</translation>
        </message>
        <message>
            <source>{reason}. Install Proofsheet again.</source>
            <translation>{reason}。Proofsheet をインストールし直してください。</translation>
        </message>
        <message>
            <source>{share} % dark pixels</source>
            <translation>暗い画素 {share}%</translation>
        </message>
        <message>
            <source>{size} pixels</source>
            <translation>{size} ピクセル</translation>
        </message>
        <message>
            <source>{trainer} does not know {feature}.</source>
            <translation>{trainer} は {feature} を知りません。</translation>
        </message>
        <message>
            <source>{trainer} has no regularisation: those folders are left out.</source>
            <translation>{trainer} には正則化がないため、そのフォルダーは省かれます。</translation>
        </message>
        <message>
            <source>{what}: {detail}</source>
            <translation>{what}：{detail}</translation>
        </message>
        <message>
            <source>{width} × {height}, {millions:.1f} megapixels</source>
            <translation>{width} × {height}、{millions:.1f} メガピクセル</translation>
        </message>
        <message>
            <source>“{field}:” is not known. Known are {names}.</source>
            <translation>「{field}:」は使えません。使えるもの: {names}。</translation>
        </message>
        <message>
            <source>“{field}:” needs a number, such as {field}:&gt;200.</source>
            <translation>「{field}:」には数が必要です。例: {field}:&gt;200</translation>
        </message>
        <message>
            <source>“{field}:” needs a word behind it.</source>
            <translation>「{field}:」の後に語が必要です。</translation>
        </message>
        <message>
            <source>“{field}:” takes one of {names}.</source>
            <translation>「{field}:」に使えるもの: {names}。</translation>
        </message>
        <message>
            <source>“{name}” cannot be written into a TOML file</source>
            <translation>「{name}」は TOML ファイルに書けません</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>「{words}」</translation>
        </message>
        <message>
            <source>“{words}” is understood as you said.</source>
            <translation>「{words}」は指定された意味で扱われます。</translation>
        </message>
    </context>
    <context>
        <name>ui</name>
        <message>
            <source> %</source>
            <translation>%</translation>
        </message>
        <message numerus="yes">
            <source>%n captions</source>
            <translation>
                <numerusform>キャプション %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions are not on disk.</source>
            <translation>
                <numerusform>%n 件のキャプションがまだディスクにありません。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions changed since they were approved</source>
            <translation>
                <numerusform>承認後に変わったキャプションが%n件あります</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions changed. {key} takes it back.</source>
            <translation>
                <numerusform>%n件のキャプションを変更しました。{key} で元に戻せます。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions differ</source>
            <translation>
                <numerusform>異なるキャプション: %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions waiting to be saved</source>
            <translation>
                <numerusform>保存待ちのキャプション %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions were typed and never saved.</source>
            <translation>
                <numerusform>%n 件のキャプションに、保存されなかった入力があります。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n captions would change</source>
            <translation>
                <numerusform>%n 件のキャプションが変わります</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n concepts</source>
            <translation>
                <numerusform>%n コンセプト</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n differences from the earlier export, which is replaced.</source>
            <translation>
                <numerusform>前回の書き出しとの違いは %n 件です。前回のものは置き換えられます。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draws</source>
            <translation>
                <numerusform>%n 回</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n 枚</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries are left out</source>
            <translation>
                <numerusform>%n 件のエントリは対象外</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries say it already: {names}</source>
            <translation>
                <numerusform>%n 件のエントリはすでにそう書いています: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries stay: it would not read there</source>
            <translation>
                <numerusform>%n 件のエントリはそのまま: 文がつながらないため</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries, each approved in both passes.</source>
            <translation>
                <numerusform>%n 件のエントリ、すべて2回とも承認済み。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n errors</source>
            <translation>
                <numerusform>エラー %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n faces found</source>
            <translation>
                <numerusform>顔 %n 件を検出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files</source>
            <translation>
                <numerusform>ファイル %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hints</source>
            <translation>
                <numerusform>ヒント %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>画像 %n 枚</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images with captions</source>
            <translation>
                <numerusform>キャプション付き画像 %n 枚</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines differ from the file on disk</source>
            <translation>
                <numerusform>ディスクのファイルと %n 行違います</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines, as they would be written</source>
            <translation>
                <numerusform>書き込まれる %n 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n modifiers</source>
            <translation>
                <numerusform>修飾語が %n 個</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n modifiers on one thing</source>
            <translation>
                <numerusform>一つのものに修飾語 %n 個</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>ほか %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more buckets</source>
            <translation>
                <numerusform>ほか%nバケット</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overrun the model's window.</source>
            <translation>
                <numerusform>%n件がモデルの上限を超えます。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pairs</source>
            <translation>
                <numerusform>%n 組</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures an epoch</source>
            <translation>
                <numerusform>1エポック %n 枚</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures chosen</source>
            <translation>
                <numerusform>%n枚を選択中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures show otherwise</source>
            <translation>
                <numerusform>%n 枚の画像は違うものを示しています</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places changed</source>
            <translation>
                <numerusform>%n か所を変更</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places were changed by both: read them</source>
            <translation>
                <numerusform>両方で変更された箇所: %n か所。読んで確かめてください</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n points are open. Look at them, or say so.</source>
            <translation>
                <numerusform>未解決の点が %n 件あります。確認するか、了承してください。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n repeats</source>
            <translation>
                <numerusform>繰り返し %n 回</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n steps</source>
            <translation>
                <numerusform>%n ステップ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n steps an epoch</source>
            <translation>
                <numerusform>1エポック %n ステップ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n things stop it. Whole or not at all.</source>
            <translation>
                <numerusform>止めるものが %n 件あります。すべて書き出すか、何も書き出さないかです。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verdicts drop back: their captions change</source>
            <translation>
                <numerusform>%n 件の判定が差し戻されます: キャプションが変わるため</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warnings</source>
            <translation>
                <numerusform>警告 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wordings</source>
            <translation>
                <numerusform>言い回し %n 種</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n written anew</source>
            <translation>
                <numerusform>%n 枚を新しく書き込み</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Dataset</source>
            <translation>データセット(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>編集(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>校正(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>(no camera words)</source>
            <translation>(カメラの語なし)</translation>
        </message>
        <message>
            <source>(no lighting words)</source>
            <translation>(光の語なし)</translation>
        </message>
        <message>
            <source>(no medium words)</source>
            <translation>(種類の語なし)</translation>
        </message>
        <message>
            <source>(no modifiers)</source>
            <translation>(修飾語なし)</translation>
        </message>
        <message>
            <source>(no mood words)</source>
            <translation>(感情の語なし)</translation>
        </message>
        <message>
            <source>(no words)</source>
            <translation>(言葉なし)</translation>
        </message>
        <message numerus="yes">
            <source>1 wording in %n entries</source>
            <translation>
                <numerusform>エントリ %n 件が1つの言い回しに</numerusform>
            </translation>
        </message>
        <message>
            <source>100 %</source>
            <translation>100%</translation>
        </message>
        <message>
            <source>3D</source>
            <translation>3D</translation>
        </message>
        <message>
            <source>3D render</source>
            <translation>3D レンダー</translation>
        </message>
        <message>
            <source>A mark outranks what was measured.</source>
            <translation>マークは測定値より優先されます。</translation>
        </message>
        <message>
            <source>A picture of the first training</source>
            <translation>1回目の学習の画像</translation>
        </message>
        <message>
            <source>A second training forgets the first one unless it sees its pictures again: half and half is a good beginning.</source>
            <translation>2回目の学習は、1回目の画像をもう一度見せないと内容を忘れます。まずは半々が目安です。</translation>
        </message>
        <message>
            <source>A snapshot keeps all captions as they are, to be compared and brought back: {key}</source>
            <translation>スナップショットは、すべてのキャプションを今のまま残し、後で比べたり戻したりできます：{key}</translation>
        </message>
        <message>
            <source>About Proofsheet</source>
            <translation>Proofsheet について</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>画像を追加</translation>
        </message>
        <message>
            <source>Add pictures…</source>
            <translation>画像を追加…</translation>
        </message>
        <message>
            <source>After this</source>
            <translation>変更後</translation>
        </message>
        <message>
            <source>Against all pictures…</source>
            <translation>全画像で見る…</translation>
        </message>
        <message>
            <source>All captions are read again with it.</source>
            <translation>すべてのキャプションがこの意味で読み直されます。</translation>
        </message>
        <message>
            <source>All captions saved</source>
            <translation>すべてのキャプションを保存済み</translation>
        </message>
        <message>
            <source>All safe fixes</source>
            <translation>安全な修正をすべて適用</translation>
        </message>
        <message>
            <source>All safe fixes…</source>
            <translation>安全な修正をすべて適用…</translation>
        </message>
        <message>
            <source>Anime</source>
            <translation>アニメ</translation>
        </message>
        <message>
            <source>Another program changed the caption of {name}.</source>
            <translation>別のプログラムが {name} のキャプションを変更しました。</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>承認</translation>
        </message>
        <message>
            <source>Approve changed captions again</source>
            <translation>変わったキャプションを再承認</translation>
        </message>
        <message>
            <source>Approve changed captions again…</source>
            <translation>変わったキャプションを再承認…</translation>
        </message>
        <message>
            <source>Approve these</source>
            <translation>選んだものを承認</translation>
        </message>
        <message>
            <source>As they are</source>
            <translation>そのまま</translation>
        </message>
        <message>
            <source>At this picture</source>
            <translation>この画像だけ</translation>
        </message>
        <message>
            <source>Back to the sheet</source>
            <translation>シートに戻る</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>バッチサイズ</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>変更前</translation>
        </message>
        <message>
            <source>Before the first change that the history knows.</source>
            <translation>履歴にある最初の変更より前の状態です。</translation>
        </message>
        <message>
            <source>Before this: {name}, approved. Z takes it back.</source>
            <translation>直前: {name} を承認。Z で取り消せます。</translation>
        </message>
        <message>
            <source>Before this: {name}, flagged. Z takes it back.</source>
            <translation>直前: {name} を要修正。Z で取り消せます。</translation>
        </message>
        <message>
            <source>Begin pass 2</source>
            <translation>2回目の校正を始める</translation>
        </message>
        <message>
            <source>Behind transparent parts</source>
            <translation>透明部分の背景色</translation>
        </message>
        <message>
            <source>Beside it: {name}</source>
            <translation>横に表示中：{name}</translation>
        </message>
        <message>
            <source>Beside it: {name}, which comes before</source>
            <translation>横に表示中：{name}（1つ前）</translation>
        </message>
        <message>
            <source>Both together</source>
            <translation>両方を合わせた文章</translation>
        </message>
        <message>
            <source>Bright</source>
            <translation>明るい</translation>
        </message>
        <message>
            <source>Bring all back</source>
            <translation>すべて戻す</translation>
        </message>
        <message>
            <source>Bring this caption back</source>
            <translation>このキャプションを戻す</translation>
        </message>
        <message>
            <source>Bring this state back</source>
            <translation>この状態に戻す</translation>
        </message>
        <message>
            <source>Bucket {size}</source>
            <translation>バケット {size}</translation>
        </message>
        <message>
            <source>By a template</source>
            <translation>ひな形どおり</translation>
        </message>
        <message>
            <source>By caption length</source>
            <translation>キャプションの長さ順</translation>
        </message>
        <message>
            <source>By count</source>
            <translation>多い順</translation>
        </message>
        <message>
            <source>By findings</source>
            <translation>指摘の多い順</translation>
        </message>
        <message>
            <source>By lightness</source>
            <translation>明るさ順</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>名前順</translation>
        </message>
        <message>
            <source>By size</source>
            <translation>サイズ順</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>カメラ</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Cancelled; nothing was left behind.</source>
            <translation>中止しました。何も残っていません。</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>キャプション</translation>
        </message>
        <message>
            <source>Caption lengths</source>
            <translation>キャプションの長さ</translation>
        </message>
        <message>
            <source>Caption style</source>
            <translation>キャプションの書き方</translation>
        </message>
        <message>
            <source>Captions in training</source>
            <translation>学習時のキャプション</translation>
        </message>
        <message>
            <source>Captions that differ</source>
            <translation>異なるキャプション</translation>
        </message>
        <message>
            <source>Captions that would change</source>
            <translation>変わるキャプション</translation>
        </message>
        <message numerus="yes">
            <source>Change %n captions</source>
            <translation>
                <numerusform>%n件を変更</numerusform>
            </translation>
        </message>
        <message>
            <source>Changed on disk</source>
            <translation>ディスクで変更</translation>
        </message>
        <message>
            <source>Changed on disk, not saved</source>
            <translation>ディスクで変更、未保存</translation>
        </message>
        <message>
            <source>Changed since the earlier export</source>
            <translation>前回の書き出しからの変更</translation>
        </message>
        <message>
            <source>Choices…</source>
            <translation>設定…</translation>
        </message>
        <message>
            <source>Choose the folder of the first training</source>
            <translation>1回目の学習のフォルダーを選ぶ</translation>
        </message>
        <message>
            <source>Choose the folder to make</source>
            <translation>作るフォルダーを選択</translation>
        </message>
        <message>
            <source>Choose the reading that makes sense. The old bytes stay in the history.</source>
            <translation>意味の通る読み方を選んでください。元のバイト列は履歴に残ります。</translation>
        </message>
        <message>
            <source>Choose: {setting}</source>
            <translation>選ぶ: {setting}</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選ぶ…</translation>
        </message>
        <message>
            <source>Class tokens</source>
            <translation>クラストークン</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>絞り込みを解除</translation>
        </message>
        <message>
            <source>Clear the filter (Esc)</source>
            <translation>絞り込みを解除 (Esc)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Close dataset</source>
            <translation>データセットを閉じる</translation>
        </message>
        <message>
            <source>Close-up</source>
            <translation>顔</translation>
        </message>
        <message>
            <source>Colourfulness</source>
            <translation>鮮やかさ</translation>
        </message>
        <message>
            <source>Compare with the disk…</source>
            <translation>ディスクと比較…</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>比較する相手</translation>
        </message>
        <message>
            <source>Compare…</source>
            <translation>比較…</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>比較中</translation>
        </message>
        <message>
            <source>Concept</source>
            <translation>コンセプト</translation>
        </message>
        <message>
            <source>Contact sheet</source>
            <translation>コンタクトシート</translation>
        </message>
        <message>
            <source>Convert</source>
            <translation>変換</translation>
        </message>
        <message>
            <source>Convert to UTF-8</source>
            <translation>UTF-8 に変換</translation>
        </message>
        <message>
            <source>Convert to UTF-8…</source>
            <translation>UTF-8 に変換…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>詳細をコピー</translation>
        </message>
        <message>
            <source>Copy launch line</source>
            <translation>起動コマンドをコピー</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>枚数</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>切り抜き</translation>
        </message>
        <message>
            <source>Curate</source>
            <translation>整える</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>暗い</translation>
        </message>
        <message>
            <source>Dataset</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>Dataset  {count}</source>
            <translation>データセット  {count}</translation>
        </message>
        <message>
            <source>Dataset {name}</source>
            <translation>データセット {name}</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>昼</translation>
        </message>
        <message>
            <source>Default: {value}.</source>
            <translation>既定値: {value}。</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>デスク</translation>
        </message>
        <message>
            <source>Desk opened up</source>
            <translation>デスクを広げる</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>Discard all</source>
            <translation>すべて破棄</translation>
        </message>
        <message>
            <source>Do not say it</source>
            <translation>書いていない</translation>
        </message>
        <message>
            <source>Do not write</source>
            <translation>書き込まない</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Draw one of {options}</source>
            <translation>{options} から1つ選ぶ</translation>
        </message>
        <message>
            <source>Drawn pictures, with faults to find</source>
            <translation>練習用の絵。間違いが入っています</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>外す</translation>
        </message>
        <message>
            <source>Drop pictures here; a .txt of the same name is the caption.</source>
            <translation>ここに画像をドロップ。同じ名前の .txt がキャプションになります。</translation>
        </message>
        <message>
            <source>Edit caption</source>
            <translation>キャプションを編集</translation>
        </message>
        <message>
            <source>Edit in the row</source>
            <translation>行の中で編集</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Enter opens it on the light table, the arrows walk along both axes.</source>
            <translation>Enter でライトテーブルに開き、矢印キーで二つの軸に沿って移動します。</translation>
        </message>
        <message>
            <source>Every caption says it.</source>
            <translation>すべてのキャプションにあります。</translation>
        </message>
        <message>
            <source>Everything else stays as it is. One undo takes it back.</source>
            <translation>ほかはそのままです。1回の「元に戻す」で取り消せます。</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message numerus="yes">
            <source>Export %n pairs</source>
            <translation>
                <numerusform>%n 組を書き出す</numerusform>
            </translation>
        </message>
        <message>
            <source>Export anyway, with open points</source>
            <translation>未解決のまま書き出す</translation>
        </message>
        <message>
            <source>Export {name}</source>
            <translation>{name} を書き出し</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>書き出し…</translation>
        </message>
        <message>
            <source>Export… (Ctrl+E)</source>
            <translation>書き出し… (Ctrl+E)</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>Faces and their expression</source>
            <translation>顔と表情</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>系統</translation>
        </message>
        <message>
            <source>Fashion</source>
            <translation>ファッション</translation>
        </message>
        <message>
            <source>Fields: {fields}</source>
            <translation>使える項目: {fields}</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>絞り込み</translation>
        </message>
        <message>
            <source>Filter: words, has:finding</source>
            <translation>絞り込み: 語句、has:finding</translation>
        </message>
        <message>
            <source>Find a key or a rule</source>
            <translation>キーやルールを探す</translation>
        </message>
        <message>
            <source>Find it again…</source>
            <translation>もう一度探す…</translation>
        </message>
        <message>
            <source>Find it…</source>
            <translation>探す…</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>指摘</translation>
        </message>
        <message>
            <source>Findings  {count}</source>
            <translation>指摘  {count}</translation>
        </message>
        <message>
            <source>Finds the folder at</source>
            <translation>フォルダーの場所</translation>
        </message>
        <message>
            <source>First fix</source>
            <translation>1番目の修正</translation>
        </message>
        <message>
            <source>First fix, second fix</source>
            <translation>1番目・2番目の修正</translation>
        </message>
        <message>
            <source>First tags that stay</source>
            <translation>動かさない先頭タグ</translation>
        </message>
        <message>
            <source>First training</source>
            <translation>1回目の学習</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>全体</translation>
        </message>
        <message numerus="yes">
            <source>Fix %n safely…</source>
            <translation>
                <numerusform>%n 件を安全に修正…</numerusform>
            </translation>
        </message>
        <message>
            <source>Fix these</source>
            <translation>これらを修正</translation>
        </message>
        <message>
            <source>Flag…</source>
            <translation>要修正…</translation>
        </message>
        <message>
            <source>Fold the desk to its tabs, or open it</source>
            <translation>デスクをタブだけにする、または開く</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Folder of the first training</source>
            <translation>1回目の学習のフォルダー</translation>
        </message>
        <message>
            <source>Folder order</source>
            <translation>フォルダー順</translation>
        </message>
        <message>
            <source>Folder to make</source>
            <translation>作るフォルダー</translation>
        </message>
        <message>
            <source>For validation</source>
            <translation>検証用</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>構図</translation>
        </message>
        <message>
            <source>Full body</source>
            <translation>全身</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全画面</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>そこへ移動</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>移動</translation>
        </message>
        <message>
            <source>Go to a line, or point at it: it explains itself here.</source>
            <translation>行に移動するか、マウスで指すと、ここに説明が出ます。</translation>
        </message>
        <message>
            <source>Golden</source>
            <translation>夕日</translation>
        </message>
        <message>
            <source>HTML page (*.html)</source>
            <translation>HTML ページ (*.html)</translation>
        </message>
        <message>
            <source>Half body</source>
            <translation>半身</translation>
        </message>
        <message>
            <source>Hard links instead of copies</source>
            <translation>コピーの代わりにハードリンク</translation>
        </message>
        <message>
            <source>Hatched: below {limit}, soft. A dash: too little texture to say.</source>
            <translation>斜線: {limit} 未満でぼんやり。横棒: 模様が少なく判断できません。</translation>
        </message>
        <message>
            <source>History</source>
            <translation>履歴</translation>
        </message>
        <message>
            <source>History of this caption…</source>
            <translation>このキャプションの履歴…</translation>
        </message>
        <message>
            <source>History of {name}</source>
            <translation>{name} の履歴</translation>
        </message>
        <message>
            <source>How it trains</source>
            <translation>学習のされ方</translation>
        </message>
        <message>
            <source>How the training machine writes paths</source>
            <translation>学習マシンでのパスの書き方</translation>
        </message>
        <message>
            <source>If you keep yours, the bytes on disk go into the history. If you take theirs, you can convert them afterwards.</source>
            <translation>自分の文章を残すと、ディスク上のバイト列は履歴に入ります。相手のものにすると、あとで変換できます。</translation>
        </message>
        <message>
            <source>If you keep yours, the file is made again. The history keeps your text.</source>
            <translation>自分の文章を残すと、ファイルを作り直します。文章は履歴にも残ります。</translation>
        </message>
        <message>
            <source>Illustration</source>
            <translation>イラスト</translation>
        </message>
        <message>
            <source>Images taken out</source>
            <translation>外した画像</translation>
        </message>
        <message>
            <source>Images taken out…</source>
            <translation>外した画像…</translation>
        </message>
        <message>
            <source>In every dataset</source>
            <translation>すべてのデータセットで</translation>
        </message>
        <message>
            <source>In folder order: picture first, then every word</source>
            <translation>フォルダー順: まず画像、次に言葉を一つずつ</translation>
        </message>
        <message>
            <source>In the whole dataset</source>
            <translation>データセット全体</translation>
        </message>
        <message>
            <source>In this dataset</source>
            <translation>このデータセットで</translation>
        </message>
        <message>
            <source>It cannot be kept in the history, so it is not overwritten.</source>
            <translation>履歴に残せないため、上書きしません。</translation>
        </message>
        <message>
            <source>It holds</source>
            <translation>有効な範囲</translation>
        </message>
        <message>
            <source>It is kept outside the folder. Nothing in the folder changes.</source>
            <translation>フォルダーの外に保存します。フォルダーの中は何も変わりません。</translation>
        </message>
        <message>
            <source>It is said again as soon as these words change.</source>
            <translation>この語句が変わると、また指摘されます。</translation>
        </message>
        <message>
            <source>It is silent on</source>
            <translation>指摘しない例</translation>
        </message>
        <message>
            <source>It speaks about</source>
            <translation>指摘する例</translation>
        </message>
        <message>
            <source>It stands</source>
            <translation>このままにする範囲</translation>
        </message>
        <message>
            <source>It would be the earlier export again.</source>
            <translation>前回の書き出しとまったく同じになります。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>残す</translation>
        </message>
        <message>
            <source>Keep all captions as they are now</source>
            <translation>今のキャプションをすべて保存する</translation>
        </message>
        <message>
            <source>Keep both, as above</source>
            <translation>上の文章を残す</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>自分の文を残す</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <translation>これを残す</translation>
        </message>
        <message>
            <source>Keep {name}, take the others out</source>
            <translation>{name} を残し、ほかを外す</translation>
        </message>
        <message>
            <source>Keys and rules</source>
            <translation>キーとルール</translation>
        </message>
        <message>
            <source>Larger thumbnails</source>
            <translation>サムネイルを大きく</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>後で</translation>
        </message>
        <message>
            <source>Leave out camera data and comments</source>
            <translation>撮影情報とコメントを取り除く</translation>
        </message>
        <message>
            <source>Leave out what stops it</source>
            <translation>止めるものを除外</translation>
        </message>
        <message>
            <source>Leave without them</source>
            <translation>保存せずに終了</translation>
        </message>
        <message>
            <source>Left behind</source>
            <translation>残るもの</translation>
        </message>
        <message>
            <source>Left out: {reason}</source>
            <translation>対象外: {reason}</translation>
        </message>
        <message>
            <source>Let it stand</source>
            <translation>このままにする</translation>
        </message>
        <message>
            <source>Let it stand…</source>
            <translation>このままにする…</translation>
        </message>
        <message>
            <source>Let stand in the whole dataset</source>
            <translation>データセット全体でこのままにしたもの</translation>
        </message>
        <message>
            <source>Let stand, but no longer there</source>
            <translation>残すことにしたが、もうないもの</translation>
        </message>
        <message>
            <source>Let the trainer shuffle tags</source>
            <translation>タグのシャッフルを学習側に任せる</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>光</translation>
        </message>
        <message>
            <source>Light of the set</source>
            <translation>データセットの光</translation>
        </message>
        <message>
            <source>Light table</source>
            <translation>ライトテーブル</translation>
        </message>
        <message>
            <source>Lighting</source>
            <translation>光</translation>
        </message>
        <message>
            <source>Line {line}: {problem}</source>
            <translation>{line} 行目: {problem}</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外観</translation>
        </message>
        <message numerus="yes">
            <source>Look at %n flagged</source>
            <translation>
                <numerusform>要修正の %n 件を見る</numerusform>
            </translation>
        </message>
        <message>
            <source>Look at every entry, twice (F5)</source>
            <translation>すべてのエントリを2回見直す (F5)</translation>
        </message>
        <message>
            <source>Look at the folder again</source>
            <translation>フォルダーを読み直す</translation>
        </message>
        <message>
            <source>Look at the sample</source>
            <translation>サンプルを見る</translation>
        </message>
        <message>
            <source>Marks</source>
            <translation>マーク</translation>
        </message>
        <message>
            <source>Marks and choices are not on disk.</source>
            <translation>マークと設定がまだディスクにありません。</translation>
        </message>
        <message>
            <source>Measured in the picture</source>
            <translation>画像の測定値</translation>
        </message>
        <message>
            <source>Measured {measured} of {entries}</source>
            <translation>測定 {measured} / {entries}</translation>
        </message>
        <message>
            <source>Median {count}.</source>
            <translation>中央値 {count}。</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Mixed style</source>
            <translation>タグと文が混在</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>Modifier</source>
            <translation>修飾語</translation>
        </message>
        <message>
            <source>Modifiers</source>
            <translation>修飾語</translation>
        </message>
        <message>
            <source>Mood</source>
            <translation>雰囲気・表情</translation>
        </message>
        <message>
            <source>More</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>Most wordings first</source>
            <translation>言い方が多い順</translation>
        </message>
        <message>
            <source>Move the frame that an export to one size keeps (R)</source>
            <translation>サイズを揃える書き出しで残す枠を動かす (R)</translation>
        </message>
        <message>
            <source>Name of the snapshot</source>
            <translation>スナップショットの名前</translation>
        </message>
        <message>
            <source>Name, for example: before pass 2</source>
            <translation>名前（例: 2回目の校正の前）</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Nearest of the three</source>
            <translation>3種のうち最も近いもの</translation>
        </message>
        <message>
            <source>Nearest of {sizes}</source>
            <translation>{sizes} のうち近いもの</translation>
        </message>
        <message numerus="yes">
            <source>Nearly the same: %n groups</source>
            <translation>
                <numerusform>ほぼ同じ画像: %n組</numerusform>
            </translation>
        </message>
        <message>
            <source>Neighbours</source>
            <translation>似た画像</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>無表情</translation>
        </message>
        <message>
            <source>Never enlarge small images</source>
            <translation>小さな画像を拡大しない</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新</translation>
        </message>
        <message>
            <source>New name, without its ending:</source>
            <translation>新しい名前 (拡張子なし):</translation>
        </message>
        <message>
            <source>New: {pictures}, {repeats}, together {draws} an epoch</source>
            <translation>新: {pictures}、{repeats}、1エポックで計 {draws} 回</translation>
        </message>
        <message>
            <source>Next entry</source>
            <translation>次のエントリ</translation>
        </message>
        <message>
            <source>Next finding</source>
            <translation>次の指摘</translation>
        </message>
        <message>
            <source>Next finding of this entry</source>
            <translation>このエントリの次の指摘</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>次の場所</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>夜</translation>
        </message>
        <message>
            <source>No caption names one.</source>
            <translation>書いているキャプションはありません。</translation>
        </message>
        <message>
            <source>No caption says it.</source>
            <translation>どのキャプションにもありません。</translation>
        </message>
        <message>
            <source>No data.toml yet: it would say this</source>
            <translation>data.toml はまだありません。書き込むとこうなります</translation>
        </message>
        <message>
            <source>No dataset open</source>
            <translation>データセットを開いていません</translation>
        </message>
        <message>
            <source>No earlier export of ours stands there.</source>
            <translation>その場所に、前回の書き出しはありません。</translation>
        </message>
        <message>
            <source>No entry fits the filter</source>
            <translation>条件に合うエントリがありません</translation>
        </message>
        <message>
            <source>No errors, no warnings</source>
            <translation>エラー・警告なし</translation>
        </message>
        <message>
            <source>No findings</source>
            <translation>指摘なし</translation>
        </message>
        <message>
            <source>No findings. Every caption that was read is quiet.</source>
            <translation>指摘はありません。読めたキャプションに問題は見当たりません。</translation>
        </message>
        <message>
            <source>No image has this name now.</source>
            <translation>今はこの名前の画像がありません。</translation>
        </message>
        <message>
            <source>No key and no rule has these words.</source>
            <translation>この言葉を含むキーやルールはありません。</translation>
        </message>
        <message>
            <source>No known encoding makes sense of its bytes. Open it in another editor.</source>
            <translation>意味の通る文字コードが見つかりません。別のエディターで開いてください。</translation>
        </message>
        <message>
            <source>No pictures in this folder</source>
            <translation>このフォルダーに画像がありません</translation>
        </message>
        <message>
            <source>No snapshot was taken yet.</source>
            <translation>スナップショットはまだありません。</translation>
        </message>
        <message>
            <source>No text</source>
            <translation>テキストなし</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Not a term</source>
            <translation>用語ではない</translation>
        </message>
        <message>
            <source>Not saved: {reason}</source>
            <translation>未保存: {reason}</translation>
        </message>
        <message>
            <source>Note of the flag</source>
            <translation>要修正のメモ</translation>
        </message>
        <message>
            <source>Nothing changed since the first look.</source>
            <translation>最初に見たときから変わっていません。</translation>
        </message>
        <message>
            <source>Nothing differs.</source>
            <translation>違いはありません。</translation>
        </message>
        <message>
            <source>Nothing is changed yet. Once more drops what you flipped.</source>
            <translation>まだ何も変更していません。もう一度押すと取りやめます。</translation>
        </message>
        <message>
            <source>Nothing is gone: the filter only hides what does not fit.</source>
            <translation>消えたものはありません。条件に合わないものを隠しているだけです。</translation>
        </message>
        <message>
            <source>Nothing is overwritten until you say which text stays.</source>
            <translation>どちらの文を残すか決めるまで、何も上書きしません。</translation>
        </message>
        <message>
            <source>Nothing was changed here since Proofsheet keeps a history.</source>
            <translation>Proofsheet が履歴を残し始めてから、ここは変更されていません。</translation>
        </message>
        <message>
            <source>Nothing was taken out here, or it is in the desktop's trash.</source>
            <translation>ここから外した画像はないか、デスクトップのゴミ箱にあります。</translation>
        </message>
        <message>
            <source>Nothing would change.</source>
            <translation>何も変わりません。</translation>
        </message>
        <message>
            <source>Now at {percent} %</source>
            <translation>現在 {percent}%</translation>
        </message>
        <message>
            <source>Numbers: 00001, 00002 …</source>
            <translation>番号：00001、00002 …</translation>
        </message>
        <message>
            <source>Old</source>
            <translation>旧</translation>
        </message>
        <message>
            <source>Old and new</source>
            <translation>新旧の割合</translation>
        </message>
        <message>
            <source>Old pictures are {share} % of an epoch of {steps} steps.</source>
            <translation>旧画像は、{steps} ステップの1エポックの {share}% です。</translation>
        </message>
        <message>
            <source>Old pictures are {share} % of an epoch.</source>
            <translation>旧画像は1エポックの {share}% です。</translation>
        </message>
        <message>
            <source>Old: {pictures}, {repeats}, together {draws} an epoch</source>
            <translation>旧: {pictures}、{repeats}、1エポックで計 {draws} 回</translation>
        </message>
        <message>
            <source>Once in folder order, once among look-alikes. Keys only.</source>
            <translation>1回目はフォルダー順、2回目は似た画像の順。キーだけで進めます。</translation>
        </message>
        <message>
            <source>One file under two names: editing a picture in place changes both folders.</source>
            <translation>1つのファイルに2つの名前が付きます。画像をその場で編集すると、両方のフォルダーで変わります。</translation>
        </message>
        <message>
            <source>One light, one wording. The model learns two words for one thing as two things.</source>
            <translation>同じ光には同じ言い回しを。モデルは一つのものの二つの語を、二つのものとして覚えます。</translation>
        </message>
        <message>
            <source>One naming, upright pictures, one-line captions and a fitting data.toml.</source>
            <translation>揃った名前、正しい向きの画像、一行のキャプション、合う data.toml。</translation>
        </message>
        <message>
            <source>One phrase against all pictures</source>
            <translation>1つの言い回しを全画像で見る</translation>
        </message>
        <message>
            <source>One phrase against all pictures…</source>
            <translation>1つの言い回しを全画像で見る…</translation>
        </message>
        <message>
            <source>One picture pixel for one of the screen (1)</source>
            <translation>画像の1画素を画面の1画素で表示 (1)</translation>
        </message>
        <message>
            <source>One size, {size}</source>
            <translation>すべて {size}</translation>
        </message>
        <message>
            <source>One step. {key} takes it back.</source>
            <translation>{key} で元に戻せます。</translation>
        </message>
        <message>
            <source>One wording for one thing. Trigger words are never touched.</source>
            <translation>一つのものには一つの言い回しを。トリガーは変えません。</translation>
        </message>
        <message>
            <source>Only works if the training is started inside the exported folder.</source>
            <translation>書き出したフォルダーの中で学習を始める場合にだけ使えます。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>Open folder…</source>
            <translation>フォルダーを開く…</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>Open the folder you train from.</source>
            <translation>学習用フォルダーを開きます</translation>
        </message>
        <message>
            <source>Open, unless you say so</source>
            <translation>未解決 (了承すれば書き出せます)</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>並び順</translation>
        </message>
        <message>
            <source>Order by likeness</source>
            <translation>似ている順にする</translation>
        </message>
        <message>
            <source>Order of the families</source>
            <translation>系統の並び順</translation>
        </message>
        <message>
            <source>Ordered by likeness: the same thing in the same words</source>
            <translation>似ている順: 同じものを同じ語で</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>Other sizes</source>
            <translation>ほかのサイズ</translation>
        </message>
        <message>
            <source>Pass {number}</source>
            <translation>校正 {number}回目</translation>
        </message>
        <message>
            <source>Pass {number} is done</source>
            <translation>校正 {number}回目が終わりました</translation>
        </message>
        <message>
            <source>Pass {number} of 2</source>
            <translation>校正 {number}回目 (全2回)</translation>
        </message>
        <message>
            <source>Pass {number}, flagged</source>
            <translation>校正 {number}回目、要修正</translation>
        </message>
        <message>
            <source>Pass {number}, looked at again and approved</source>
            <translation>校正 {number}回目、見直して承認</translation>
        </message>
        <message>
            <source>Pass {number}: {verdict}</source>
            <translation>校正 {number}回目: {verdict}</translation>
        </message>
        <message>
            <source>Paste picture</source>
            <translation>画像を貼り付け</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>写真</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Pictures and names</source>
            <translation>画像と名前</translation>
        </message>
        <message>
            <source>Pictures and the .txt files beside them. Proofsheet reads them where they are, writes only the captions you change, and sends nothing anywhere.</source>
            <translation>画像と、その横の .txt を元の場所のまま読みます。
書き込むのは変更したキャプションだけ。
どこにも送信しません。</translation>
        </message>
        <message>
            <source>Pictures whose captions do not say it</source>
            <translation>この語句がない画像</translation>
        </message>
        <message>
            <source>Pictures whose captions say it</source>
            <translation>この語句がある画像</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>書き出しの計画</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>計画しています</translation>
        </message>
        <message>
            <source>Prefix</source>
            <translation>前置き</translation>
        </message>
        <message>
            <source>Previous entry</source>
            <translation>前のエントリ</translation>
        </message>
        <message>
            <source>Previous finding</source>
            <translation>前の指摘</translation>
        </message>
        <message>
            <source>Previous finding of this entry</source>
            <translation>このエントリの前の指摘</translation>
        </message>
        <message>
            <source>Proofsheet made a mistake and goes on.</source>
            <translation>Proofsheet で問題が起きましたが、続けて使えます。</translation>
        </message>
        <message>
            <source>Proofsheet {version}: the captions of a training set, proofread.

MIT licence. It sends nothing anywhere.</source>
            <translation>Proofsheet {version}: 学習用キャプションの校正。

MIT ライセンス。どこにも送信しません。</translation>
        </message>
        <message>
            <source>Propose again</source>
            <translation>提案に戻す</translation>
        </message>
        <message>
            <source>Proposed: {sizes}</source>
            <translation>提案: {sizes}</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>Purpose, training, concepts: they follow below the chart</source>
            <translation>目的、学習、コンセプトの設定はグラフの下にあります</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>戻す</translation>
        </message>
        <message>
            <source>Quality of JPEG and WebP</source>
            <translation>JPEG と WebP の品質</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Reading the first training: {done} of {total}</source>
            <translation>1回目の学習を読み込み中: {total} 枚中 {done} 枚</translation>
        </message>
        <message>
            <source>Readings</source>
            <translation>読み方</translation>
        </message>
        <message>
            <source>Ready to train?</source>
            <translation>学習の準備はできていますか？</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason, for yourself (may stay empty)</source>
            <translation>自分用の理由 (空欄可)</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近のデータセット</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Regularisation folder</source>
            <translation>正則化フォルダー</translation>
        </message>
        <message>
            <source>Relative paths</source>
            <translation>相対パス</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>取り除く</translation>
        </message>
        <message numerus="yes">
            <source>Remove %n old dismissals</source>
            <translation>
                <numerusform>古い取り決め%n件を削除</numerusform>
            </translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変更</translation>
        </message>
        <message>
            <source>Rename image and caption…</source>
            <translation>画像とキャプションの名前を変更…</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>繰り返し</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>報告</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>報告…</translation>
        </message>
        <message>
            <source>Reset layout</source>
            <translation>配置を元に戻す</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>解像度</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>校正</translation>
        </message>
        <message>
            <source>Review (F5)</source>
            <translation>校正 (F5)</translation>
        </message>
        <message>
            <source>Review twice</source>
            <translation>2回校正</translation>
        </message>
        <message>
            <source>Reviewed twice</source>
            <translation>2回校正済み</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>ルール</translation>
        </message>
        <message>
            <source>Sad</source>
            <translation>悲しい</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save all the same</source>
            <translation>それでも保存</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>今すぐ保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存済み</translation>
        </message>
        <message>
            <source>Saves by itself</source>
            <translation>自動で保存されます</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存中</translation>
        </message>
        <message>
            <source>Say instead</source>
            <translation>置き換える語</translation>
        </message>
        <message>
            <source>Say it</source>
            <translation>書いてある</translation>
        </message>
        <message>
            <source>Say it again</source>
            <translation>指摘を戻す</translation>
        </message>
        <message>
            <source>Second fix</source>
            <translation>2番目の修正</translation>
        </message>
        <message>
            <source>Second look: changed since its verdict</source>
            <translation>見直し: 判定後に変更</translation>
        </message>
        <message>
            <source>Sentence style</source>
            <translation>文章形式</translation>
        </message>
        <message>
            <source>Sentences</source>
            <translation>文</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>設定する</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>設定…</translation>
        </message>
        <message>
            <source>Share of old pictures</source>
            <translation>旧画像の割合</translation>
        </message>
        <message>
            <source>Sharpness, tile by tile</source>
            <translation>区画ごとの鮮明さ</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>表示</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>フォルダーで表示</translation>
        </message>
        <message>
            <source>Shuffle</source>
            <translation>順序を混ぜる</translation>
        </message>
        <message>
            <source>Shuffled: the same thing in the same words</source>
            <translation>混ぜた順: 同じものを同じ語で</translation>
        </message>
        <message>
            <source>Since last time</source>
            <translation>前回との違い</translation>
        </message>
        <message>
            <source>Since pass 1</source>
            <translation>1回目からの変更</translation>
        </message>
        <message>
            <source>Since pass 2</source>
            <translation>2回目からの変更</translation>
        </message>
        <message>
            <source>Size of the images</source>
            <translation>画像のサイズ</translation>
        </message>
        <message>
            <source>Size that the frame becomes</source>
            <translation>枠を書き出すサイズ</translation>
        </message>
        <message>
            <source>Sizes</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Sizes against buckets</source>
            <translation>サイズとバケット</translation>
        </message>
        <message>
            <source>Smaller thumbnails</source>
            <translation>サムネイルを小さく</translation>
        </message>
        <message>
            <source>Smile</source>
            <translation>笑顔</translation>
        </message>
        <message>
            <source>Snapshots</source>
            <translation>スナップショット</translation>
        </message>
        <message>
            <source>Snapshots…</source>
            <translation>スナップショット…</translation>
        </message>
        <message>
            <source>Soft</source>
            <translation>柔らかい</translation>
        </message>
        <message>
            <source>Somebody changed the file while Proofsheet did not have it open.</source>
            <translation>Proofsheet で開いていない間に、ファイルが変更されました。</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>問題が発生しました</translation>
        </message>
        <message>
            <source>Space: say it no longer</source>
            <translation>スペース：取り除く</translation>
        </message>
        <message>
            <source>Space: say it too</source>
            <translation>スペース：加える</translation>
        </message>
        <message>
            <source>Splitter: the arrow keys move it</source>
            <translation>仕切り（矢印キーで移動）</translation>
        </message>
        <message>
            <source>Start the training with</source>
            <translation>学習を始めるコマンド</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>Stops the export</source>
            <translation>書き出しを止めるもの</translation>
        </message>
        <message>
            <source>Struck out: in the snapshot. Underlined: in what it is compared with.</source>
            <translation>取り消し線: スナップショットの言葉。下線: 比較する相手の言葉。</translation>
        </message>
        <message>
            <source>Struck out: what went. Underlined: what came.</source>
            <translation>取り消し線: 消えた言葉。下線: 加わった言葉。</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>スタジオ</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>画風</translation>
        </message>
        <message>
            <source>Suffix</source>
            <translation>後置き</translation>
        </message>
        <message>
            <source>Tag style</source>
            <translation>タグ形式</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>タグ</translation>
        </message>
        <message>
            <source>Take a snapshot</source>
            <translation>スナップショットを取る</translation>
        </message>
        <message>
            <source>Take a snapshot…</source>
            <translation>スナップショットを取る…</translation>
        </message>
        <message>
            <source>Take out of the dataset</source>
            <translation>データセットから外す</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>ディスクの文を使う</translation>
        </message>
        <message>
            <source>Take these</source>
            <translation>これらを使う</translation>
        </message>
        <message>
            <source>Template for names</source>
            <translation>名前のひな形</translation>
        </message>
        <message>
            <source>The caption at that time:</source>
            <translation>その時のキャプション:</translation>
        </message>
        <message>
            <source>The caption of {name} is a link out of the dataset.</source>
            <translation>{name} のキャプションは、データセットの外へのリンクです。</translation>
        </message>
        <message>
            <source>The caption of {name} is not UTF-8.</source>
            <translation>{name} のキャプションが UTF-8 ではありません。</translation>
        </message>
        <message>
            <source>The caption on disk was changed since: look before you take it.</source>
            <translation>ディスク上のキャプションがその後変更されています。確かめてから使ってください。</translation>
        </message>
        <message>
            <source>The captions are being read.</source>
            <translation>キャプションを読み込んでいます。</translation>
        </message>
        <message>
            <source>The changes do not touch each other.</source>
            <translation>変更は互いに重なっていません。</translation>
        </message>
        <message>
            <source>The export stands in {folder}</source>
            <translation>{folder} に書き出しました</translation>
        </message>
        <message>
            <source>The file on disk says exactly this</source>
            <translation>ディスクのファイルと一致しています</translation>
        </message>
        <message>
            <source>The folder as the training machine will see it</source>
            <translation>学習マシンから見たフォルダー</translation>
        </message>
        <message>
            <source>The folder is not there now.</source>
            <translation>フォルダーが見つかりません。</translation>
        </message>
        <message>
            <source>The list of findings names it at its end, and says it again when you want.</source>
            <translation>指摘の一覧の最後に示され、いつでも指摘を戻せます。</translation>
        </message>
        <message>
            <source>The name of the image, before and after.</source>
            <translation>画像の名前です（変更前と変更後）。</translation>
        </message>
        <message>
            <source>The picture is still being read. One moment.</source>
            <translation>画像を読み込んでいます。少しお待ちください。</translation>
        </message>
        <message>
            <source>The picture shows</source>
            <translation>画像に見えるもの</translation>
        </message>
        <message>
            <source>The same in every caption of the dataset</source>
            <translation>データセットのどのキャプションでも同じもの</translation>
        </message>
        <message>
            <source>The sample</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>The training machine</source>
            <translation>学習するマシン</translation>
        </message>
        <message>
            <source>The whole picture (0)</source>
            <translation>画像全体 (0)</translation>
        </message>
        <message>
            <source>The word that names the concept, in every caption</source>
            <translation>コンセプトを表す語。すべてのキャプションに入れます</translation>
        </message>
        <message>
            <source>Theirs, on disk</source>
            <translation>ディスク上の文</translation>
        </message>
        <message>
            <source>There was no caption.</source>
            <translation>キャプションはありませんでした。</translation>
        </message>
        <message numerus="yes">
            <source>These %n share at least {share} of their words.</source>
            <translation>
                <numerusform>この%n件は、語の少なくとも{share}が共通です。</numerusform>
            </translation>
        </message>
        <message>
            <source>These bytes are not UTF-8. Brought back, they can be converted anew.</source>
            <translation>このバイト列は UTF-8 ではありません。戻すと、あらためて変換できます。</translation>
        </message>
        <message>
            <source>They are</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>They lie in .proofsheet/removed, with caption and marks; nothing was deleted.</source>
            <translation>.proofsheet/removed に、キャプションとマークと共にあります。何も削除されていません。</translation>
        </message>
        <message>
            <source>They were changed on disk meanwhile.</source>
            <translation>その間にディスクで変更されました。</translation>
        </message>
        <message>
            <source>Third fix</source>
            <translation>3番目の修正</translation>
        </message>
        <message>
            <source>This caption cannot be edited.</source>
            <translation>このキャプションは編集できません。</translation>
        </message>
        <message>
            <source>Thumbnail size</source>
            <translation>サムネイルの大きさ</translation>
        </message>
        <message>
            <source>Thumbnail size (Ctrl+wheel)</source>
            <translation>サムネイルの大きさ (Ctrl+ホイール)</translation>
        </message>
        <message>
            <source>Tick the words that mean one thing: {space} ticks, {enter} shows their entries.</source>
            <translation>同じ意味の語句に印を付けます。{space} で選択、{enter} でエントリを表示。</translation>
        </message>
        <message>
            <source>To try it out</source>
            <translation>お試しに</translation>
        </message>
        <message>
            <source>Tokens: {counts}</source>
            <translation>トークン: {counts}</translation>
        </message>
        <message>
            <source>Train path</source>
            <translation>学習時のパス</translation>
        </message>
        <message>
            <source>Train without the first training's pictures</source>
            <translation>1回目の画像を混ぜずに学習する</translation>
        </message>
        <message>
            <source>Train {model}</source>
            <translation>{model} を学習</translation>
        </message>
        <message>
            <source>Trained only for images without a caption file: where a .txt exists, it wins.</source>
            <translation>キャプションファイルのない画像だけに使われます。.txt があれば、そちらが優先されます。</translation>
        </message>
        <message>
            <source>Trainer</source>
            <translation>学習プログラム</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>Trains at {sizes}, on these words</source>
            <translation>学習サイズ {sizes}、学習されるキャプション</translation>
        </message>
        <message>
            <source>Trains on these words</source>
            <translation>学習されるキャプション</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>トリガー</translation>
        </message>
        <message>
            <source>Underlined: what was typed. What is not taken is offered again the next time.</source>
            <translation>下線は入力した部分です。採用しなかったものは、次回また表示します。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Undo: {step}</source>
            <translation>元に戻す: {step}</translation>
        </message>
        <message>
            <source>Unify</source>
            <translation>統一</translation>
        </message>
        <message numerus="yes">
            <source>Unify in %n entries</source>
            <translation>
                <numerusform>%n 件のエントリで統一</numerusform>
            </translation>
        </message>
        <message>
            <source>Unsaved typing</source>
            <translation>保存されなかった入力</translation>
        </message>
        <message>
            <source>Up to {count} words, without punctuation.</source>
            <translation>句読点のない {count} 語までにしてください。</translation>
        </message>
        <message>
            <source>Verdicts</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Warmth</source>
            <translation>色の暖かさ</translation>
        </message>
        <message>
            <source>What is drawn over the picture</source>
            <translation>画像に重ねて表示するもの</translation>
        </message>
        <message>
            <source>What is wrong? (may stay empty)</source>
            <translation>何が問題ですか？ (空欄可)</translation>
        </message>
        <message>
            <source>What the captions say</source>
            <translation>キャプションにある語句</translation>
        </message>
        <message>
            <source>What the trainer cuts away</source>
            <translation>学習時に切り落とされる部分</translation>
        </message>
        <message>
            <source>What these words mean</source>
            <translation>この語の意味</translation>
        </message>
        <message>
            <source>What “{words}” means…</source>
            <translation>「{words}」の意味…</translation>
        </message>
        <message>
            <source>Whatever this rule says in this dataset</source>
            <translation>このデータセットでのこのルールの指摘すべて</translation>
        </message>
        <message>
            <source>Where the folder is made</source>
            <translation>フォルダーを作る場所</translation>
        </message>
        <message>
            <source>While reviewing</source>
            <translation>校正中</translation>
        </message>
        <message>
            <source>Whole or not at all.</source>
            <translation>すべて書き出すか、何も書き出さないかです。</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>理由を見る</translation>
        </message>
        <message>
            <source>With Shift the keys take larger steps. The frame counts where an export makes one size.</source>
            <translation>Shift を押しながらだと大きく動きます。枠はサイズを揃える書き出しで使われます。</translation>
        </message>
        <message>
            <source>Without caption</source>
            <translation>キャプションなし</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>言い回し</translation>
        </message>
        <message numerus="yes">
            <source>Wording  %n families</source>
            <translation>
                <numerusform>言い回し  %n 種</numerusform>
            </translation>
        </message>
        <message>
            <source>Words</source>
            <translation>語</translation>
        </message>
        <message>
            <source>Words in name or caption; concept: rule: light: mood: style: size: chars: has: is:  with or, not and brackets. Example: has:finding -light:night</source>
            <translation>名前やキャプションの語。concept: rule: light: mood: style: size: chars: has: is: と or、not、かっこ。例: has:finding -light:night</translation>
        </message>
        <message>
            <source>Words to look for</source>
            <translation>探す語句</translation>
        </message>
        <message>
            <source>Words, or a family</source>
            <translation>語句、または分類</translation>
        </message>
        <message>
            <source>Would be written</source>
            <translation>書き出されるもの</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>書き込む</translation>
        </message>
        <message>
            <source>Write beside the picture. Words that pile up, wander or do not fit are underlined.</source>
            <translation>画像の横で書きます。重なり、ばらつき、合わない語句に下線。</translation>
        </message>
        <message>
            <source>Write data.toml</source>
            <translation>data.toml を書き込む</translation>
        </message>
        <message>
            <source>Write there</source>
            <translation>そこに書き込む</translation>
        </message>
        <message>
            <source>Write to {file}?</source>
            <translation>{file} に書き込みますか？</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>書き出し中</translation>
        </message>
        <message>
            <source>Writing {done} of {total}</source>
            <translation>書き出し中 {done} / {total}</translation>
        </message>
        <message>
            <source>You let these stand for every entry. Press Delete, or choose from the menu, to have them said again.</source>
            <translation>すべてのエントリでこのままにすることにした指摘です。Delete キーかメニューで指摘を戻せます。</translation>
        </message>
        <message>
            <source>You let these stand, and their words or pictures have changed since: they silence nothing any more. Remove them, or leave them for when the words come back.</source>
            <translation>そのままにすると決めたあとで、言葉または画像が変わりました。もう何も消していません。取り除くか、同じ言葉が戻るときのために残しておけます。</translation>
        </message>
        <message>
            <source>Your captions are safe: what was typed is being saved. The details are in {file}.</source>
            <translation>キャプションは無事です。入力した内容を保存しています。詳しくは {file} にあります。</translation>
        </message>
        <message>
            <source>Your frame: {sizes}</source>
            <translation>指定した枠: {sizes}</translation>
        </message>
        <message>
            <source>Yours, on screen</source>
            <translation>画面上の文</translation>
        </message>
        <message>
            <source>a smile was found</source>
            <translation>笑顔が見つかりました</translation>
        </message>
        <message>
            <source>added</source>
            <translation>追加</translation>
        </message>
        <message>
            <source>adding pictures</source>
            <translation>画像の追加</translation>
        </message>
        <message>
            <source>along both axes</source>
            <translation>二つの軸に沿って移動</translation>
        </message>
        <message>
            <source>anger</source>
            <translation>怒り</translation>
        </message>
        <message>
            <source>anime</source>
            <translation>アニメ</translation>
        </message>
        <message>
            <source>another picture, the same caption</source>
            <translation>別の画像、同じキャプション</translation>
        </message>
        <message>
            <source>approval of changed captions</source>
            <translation>変わったキャプションの承認</translation>
        </message>
        <message>
            <source>approval of {name}</source>
            <translation>{name} の承認</translation>
        </message>
        <message>
            <source>approve and next</source>
            <translation>承認して次へ</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>承認</translation>
        </message>
        <message>
            <source>artificial</source>
            <translation>人工光</translation>
        </message>
        <message>
            <source>as it is found</source>
            <translation>検出したとおり</translation>
        </message>
        <message>
            <source>as it is now</source>
            <translation>今と同じ</translation>
        </message>
        <message>
            <source>as it was</source>
            <translation>元のまま</translation>
        </message>
        <message>
            <source>as it was at first</source>
            <translation>最初の状態</translation>
        </message>
        <message>
            <source>as most of them are</source>
            <translation>多数に合わせる</translation>
        </message>
        <message>
            <source>as the folder says</source>
            <translation>フォルダー名</translation>
        </message>
        <message>
            <source>asked otherwise</source>
            <translation>設定が前回と違います</translation>
        </message>
        <message>
            <source>at {size}</source>
            <translation>{size} で</translation>
        </message>
        <message>
            <source>backlit</source>
            <translation>逆光</translation>
        </message>
        <message>
            <source>before it</source>
            <translation>直前に自動で</translation>
        </message>
        <message>
            <source>before pass 2</source>
            <translation>2回目の校正の前</translation>
        </message>
        <message>
            <source>being counted…</source>
            <translation>数えています…</translation>
        </message>
        <message>
            <source>best, if consistent</source>
            <translation>統一されていれば最良</translation>
        </message>
        <message>
            <source>bright</source>
            <translation>明るい</translation>
        </message>
        <message>
            <source>bright: from {limit}</source>
            <translation>明るい: {limit} 以上</translation>
        </message>
        <message>
            <source>brought back</source>
            <translation>復元</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手動</translation>
        </message>
        <message>
            <source>calm</source>
            <translation>穏やか</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>読み込めません</translation>
        </message>
        <message>
            <source>caption changed</source>
            <translation>キャプションが変更</translation>
        </message>
        <message>
            <source>captions of “{title}”</source>
            <translation>「{title}」のキャプション</translation>
        </message>
        <message>
            <source>change of {name} on disk</source>
            <translation>{name} のディスク上の変更</translation>
        </message>
        <message>
            <source>changed by another program</source>
            <translation>別のプログラムによる変更</translation>
        </message>
        <message>
            <source>changed on disk</source>
            <translation>ディスクで変更</translation>
        </message>
        <message>
            <source>choice for the dataset</source>
            <translation>データセットの設定変更</translation>
        </message>
        <message>
            <source>choose all</source>
            <translation>すべて選択</translation>
        </message>
        <message>
            <source>class tokens “{tokens}”</source>
            <translation>クラストークン「{tokens}」</translation>
        </message>
        <message>
            <source>close-up</source>
            <translation>顔</translation>
        </message>
        <message>
            <source>colourful</source>
            <translation>鮮やか</translation>
        </message>
        <message>
            <source>colourfulness of the picture</source>
            <translation>画像の鮮やかさ</translation>
        </message>
        <message>
            <source>conversion of {name}</source>
            <translation>{name} の変換</translation>
        </message>
        <message>
            <source>converted to UTF-8</source>
            <translation>UTF-8 に変換</translation>
        </message>
        <message>
            <source>cooler</source>
            <translation>寒色</translation>
        </message>
        <message>
            <source>counted after the change</source>
            <translation>変更後に数えます</translation>
        </message>
        <message>
            <source>crop</source>
            <translation>切り抜き</translation>
        </message>
        <message>
            <source>crop chosen</source>
            <translation>切り抜きの指定</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>暗い</translation>
        </message>
        <message>
            <source>dark: up to {limit}</source>
            <translation>暗い: {limit} 以下</translation>
        </message>
        <message>
            <source>dashes: light</source>
            <translation>破線: 光</translation>
        </message>
        <message>
            <source>data.toml</source>
            <translation>data.toml</translation>
        </message>
        <message numerus="yes">
            <source>data.toml  %n lines differ</source>
            <translation>
                <numerusform>data.toml  差分 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>data.toml  not written</source>
            <translation>data.toml  未作成</translation>
        </message>
        <message>
            <source>data.toml  {count}</source>
            <translation>data.toml  {count}</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>違い</translation>
        </message>
        <message>
            <source>disgust</source>
            <translation>嫌悪</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>dots: mood</source>
            <translation>点線: 雰囲気・表情</translation>
        </message>
        <message>
            <source>drafts</source>
            <translation>下書き</translation>
        </message>
        <message>
            <source>dramatic</source>
            <translation>劇的</translation>
        </message>
        <message>
            <source>dropped back: changed since its verdict</source>
            <translation>差し戻し: 判定後に変更</translation>
        </message>
        <message>
            <source>each picture where it was measured; a thin line leads back to a crowded spot</source>
            <translation>各画像を測定した位置に表示。混み合う場所からは細い線で元の位置へ</translation>
        </message>
        <message>
            <source>earlier state of {name}</source>
            <translation>{name} の以前の状態</translation>
        </message>
        <message>
            <source>edit of {name}</source>
            <translation>{name} の編集</translation>
        </message>
        <message>
            <source>edit of {name} put back</source>
            <translation>{name} の編集の取り消し</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>編集済み</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>energy</source>
            <translation>活気</translation>
        </message>
        <message>
            <source>enlarged × {factor}</source>
            <translation>× {factor} に拡大</translation>
        </message>
        <message>
            <source>eye level</source>
            <translation>目の高さ</translation>
        </message>
        <message>
            <source>faces: not looked for</source>
            <translation>顔: 探していません</translation>
        </message>
        <message>
            <source>fear</source>
            <translation>恐れ</translation>
        </message>
        <message>
            <source>finding let stand, or said again</source>
            <translation>指摘をそのままに、または再び表示</translation>
        </message>
        <message>
            <source>first person</source>
            <translation>一人称</translation>
        </message>
        <message>
            <source>first training</source>
            <translation>1回目の学習</translation>
        </message>
        <message>
            <source>fix in {name}</source>
            <translation>{name} の修正</translation>
        </message>
        <message>
            <source>fixed</source>
            <translation>修正</translation>
        </message>
        <message>
            <source>flag and go on</source>
            <translation>要修正にして次へ</translation>
        </message>
        <message>
            <source>flag on {name}</source>
            <translation>{name} の要修正</translation>
        </message>
        <message>
            <source>flagged</source>
            <translation>要修正</translation>
        </message>
        <message>
            <source>flip</source>
            <translation>切り替え</translation>
        </message>
        <message>
            <source>for the trainer</source>
            <translation>学習プログラム向け</translation>
        </message>
        <message>
            <source>frame of {name}</source>
            <translation>{name} の枠</translation>
        </message>
        <message>
            <source>frame of {size} at {left}, {top}</source>
            <translation>枠 {size}、位置 {left}, {top}</translation>
        </message>
        <message>
            <source>from behind</source>
            <translation>後ろから</translation>
        </message>
        <message>
            <source>from the side</source>
            <translation>横から</translation>
        </message>
        <message>
            <source>from {first} to {last}</source>
            <translation>{first} から {last} まで</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translation>元: {name}</translation>
        </message>
        <message>
            <source>from {name}, first training</source>
            <translation>{name} から (1回目の学習)</translation>
        </message>
        <message>
            <source>full body</source>
            <translation>全身</translation>
        </message>
        <message>
            <source>getting there</source>
            <translation>あと少し</translation>
        </message>
        <message>
            <source>gloom</source>
            <translation>陰気</translation>
        </message>
        <message>
            <source>go to the entry</source>
            <translation>そのエントリへ</translation>
        </message>
        <message>
            <source>golden</source>
            <translation>夕日</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>灰色</translation>
        </message>
        <message>
            <source>half body</source>
            <translation>半身</translation>
        </message>
        <message>
            <source>hard</source>
            <translation>硬い</translation>
        </message>
        <message>
            <source>high angle</source>
            <translation>俯瞰</translation>
        </message>
        <message>
            <source>illustration</source>
            <translation>イラスト</translation>
        </message>
        <message>
            <source>in place of the earlier export</source>
            <translation>前回の書き出しと置き換え</translation>
        </message>
        <message>
            <source>in words</source>
            <translation>語数</translation>
        </message>
        <message>
            <source>it is no text</source>
            <translation>テキストではありません</translation>
        </message>
        <message>
            <source>joy</source>
            <translation>喜び</translation>
        </message>
        <message>
            <source>leaving one out beats adding one</source>
            <translation>足すより、1枚外すほうが効く</translation>
        </message>
        <message>
            <source>let stand</source>
            <translation>このままにした指摘</translation>
        </message>
        <message>
            <source>let stand: {titles}</source>
            <translation>このままにする: {titles}</translation>
        </message>
        <message>
            <source>lightness {light}, b* {warmth}, {dark} % dark pixels, colourfulness {colour}</source>
            <translation>明るさ {light}、b* {warmth}、暗い画素 {dark}%、鮮やかさ {colour}</translation>
        </message>
        <message>
            <source>lightness {light}/100</source>
            <translation>明るさ {light}/100</translation>
        </message>
        <message>
            <source>little gain</source>
            <translation>効果は薄い</translation>
        </message>
        <message>
            <source>little gain, more duplication</source>
            <translation>効果は薄く、重複が増える</translation>
        </message>
        <message>
            <source>look around</source>
            <translation>見て回る</translation>
        </message>
        <message>
            <source>loses up to {percent} %</source>
            <translation>最大 {percent}% 切り落とし</translation>
        </message>
        <message>
            <source>low angle</source>
            <translation>あおり</translation>
        </message>
        <message>
            <source>mark on {name}</source>
            <translation>{name} のマーク</translation>
        </message>
        <message>
            <source>marked</source>
            <translation>マーク</translation>
        </message>
        <message>
            <source>marks</source>
            <translation>マーク</translation>
        </message>
        <message>
            <source>marks of {name}</source>
            <translation>{name} のマーク</translation>
        </message>
        <message>
            <source>mean b* of the picture</source>
            <translation>画像の平均 b*</translation>
        </message>
        <message>
            <source>mean lightness {light} of 100</source>
            <translation>平均の明るさ {light} (100まで)</translation>
        </message>
        <message>
            <source>merge of {name}</source>
            <translation>{name} の統合</translation>
        </message>
        <message>
            <source>mirrored</source>
            <translation>左右反転</translation>
        </message>
        <message>
            <source>most efficient</source>
            <translation>最も効率的</translation>
        </message>
        <message>
            <source>move</source>
            <translation>移動</translation>
        </message>
        <message>
            <source>natural</source>
            <translation>自然光</translation>
        </message>
        <message>
            <source>neighbour beside</source>
            <translation>似た画像を横に表示</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新規</translation>
        </message>
        <message>
            <source>next entry</source>
            <translation>次のエントリ</translation>
        </message>
        <message>
            <source>next finding</source>
            <translation>次の指摘</translation>
        </message>
        <message>
            <source>next without a verdict</source>
            <translation>次の未判定</translation>
        </message>
        <message>
            <source>night</source>
            <translation>夜</translation>
        </message>
        <message>
            <source>no caption</source>
            <translation>キャプションなし</translation>
        </message>
        <message>
            <source>no captions</source>
            <translation>キャプションなし</translation>
        </message>
        <message>
            <source>no flag</source>
            <translation>要修正にしない</translation>
        </message>
        <message>
            <source>no harm</source>
            <translation>問題なし</translation>
        </message>
        <message>
            <source>no longer in it</source>
            <translation>今回は含まれない</translation>
        </message>
        <message>
            <source>no smile was found</source>
            <translation>笑顔は見つかりません</translation>
        </message>
        <message>
            <source>no verdict yet</source>
            <translation>未判定</translation>
        </message>
        <message>
            <source>no word is ticked</source>
            <translation>語が選ばれていません</translation>
        </message>
        <message>
            <source>nobody knows when</source>
            <translation>時刻は不明</translation>
        </message>
        <message>
            <source>not UTF-8, shown nowhere until it is converted</source>
            <translation>UTF-8 ではないため、変換するまで表示しません</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>未定</translation>
        </message>
        <message>
            <source>not in the picture</source>
            <translation>画像に見えません</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>nothing is cut</source>
            <translation>切り落としなし</translation>
        </message>
        <message>
            <source>nothing is lost</source>
            <translation>切り落としなし</translation>
        </message>
        <message>
            <source>nothing measured yet</source>
            <translation>まだ測定していません</translation>
        </message>
        <message>
            <source>nothing named</source>
            <translation>言及なし</translation>
        </message>
        <message>
            <source>now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>one phrase, all pictures</source>
            <translation>言い回しを全画像で</translation>
        </message>
        <message>
            <source>one wording for the ticked words</source>
            <translation>選んだ語の言い換え</translation>
        </message>
        <message>
            <source>opens it on the light table</source>
            <translation>ライトテーブルで開く</translation>
        </message>
        <message>
            <source>or drop a folder anywhere on this window</source>
            <translation>またはこのウィンドウにフォルダーをドロップ</translation>
        </message>
        <message>
            <source>order of pass 2</source>
            <translation>2回目の順序</translation>
        </message>
        <message>
            <source>other</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>other part</source>
            <translation>もう一方へ</translation>
        </message>
        <message>
            <source>overcast</source>
            <translation>曇り</translation>
        </message>
        <message>
            <source>photo</source>
            <translation>写真</translation>
        </message>
        <message>
            <source>picture and caption changed</source>
            <translation>画像とキャプションが変更</translation>
        </message>
        <message>
            <source>picture changed</source>
            <translation>画像が変更</translation>
        </message>
        <message>
            <source>put back</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>put back into the dataset</source>
            <translation>データセットに戻した</translation>
        </message>
        <message>
            <source>put together from both</source>
            <translation>両方を合わせた</translation>
        </message>
        <message>
            <source>read only</source>
            <translation>読み取り専用</translation>
        </message>
        <message>
            <source>regularisation</source>
            <translation>正則化</translation>
        </message>
        <message numerus="yes">
            <source>removal of %n dismissals</source>
            <translation>
                <numerusform>%n件の取り決めの削除</numerusform>
            </translation>
        </message>
        <message>
            <source>removal of {name}</source>
            <translation>{name} の除外</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>名前の変更</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>置き換え</translation>
        </message>
        <message>
            <source>resolution {size}, step {step}</source>
            <translation>解像度 {size}、刻み {step}</translation>
        </message>
        <message>
            <source>sadness</source>
            <translation>悲しみ</translation>
        </message>
        <message>
            <source>safe fixes</source>
            <translation>安全な修正</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>保存済み</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>保存中</translation>
        </message>
        <message>
            <source>say again</source>
            <translation>指摘を戻す</translation>
        </message>
        <message>
            <source>says little about the light</source>
            <translation>光についてほとんど述べていません</translation>
        </message>
        <message>
            <source>says something else</source>
            <translation>内容が前回と違います</translation>
        </message>
        <message>
            <source>says the same</source>
            <translation>同じ内容</translation>
        </message>
        <message>
            <source>sentences</source>
            <translation>文</translation>
        </message>
        <message>
            <source>seriousness</source>
            <translation>真剣</translation>
        </message>
        <message>
            <source>several wordings</source>
            <translation>複数の言い回し</translation>
        </message>
        <message>
            <source>share of old pictures</source>
            <translation>旧画像の割合</translation>
        </message>
        <message>
            <source>shared caption</source>
            <translation>キャプションを共用</translation>
        </message>
        <message>
            <source>sharpness unknown: {count} of 64 tiles carry texture</source>
            <translation>鮮明さは不明: 64 区画のうち模様があるのは {count}</translation>
        </message>
        <message>
            <source>sharpness {value}: the mean of the four framed tiles; {count} of 64 carry texture</source>
            <translation>鮮明さ {value}: 枠で囲んだ4区画の平均。64 区画のうち模様があるのは {count}</translation>
        </message>
        <message>
            <source>sharpness: not measured yet</source>
            <translation>鮮明さ: まだ測定していません</translation>
        </message>
        <message>
            <source>size</source>
            <translation>大きさ</translation>
        </message>
        <message>
            <source>soft</source>
            <translation>柔らかい</translation>
        </message>
        <message>
            <source>studio</source>
            <translation>スタジオ</translation>
        </message>
        <message>
            <source>surprise</source>
            <translation>驚き</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>タグ</translation>
        </message>
        <message>
            <source>tags and sentences</source>
            <translation>タグと文の混在</translation>
        </message>
        <message>
            <source>take back</source>
            <translation>取り消す</translation>
        </message>
        <message>
            <source>taken away by another program</source>
            <translation>別のプログラムが取り除きました</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>取り消し</translation>
        </message>
        <message>
            <source>taken out of the dataset</source>
            <translation>データセットから外した</translation>
        </message>
        <message>
            <source>tenderness</source>
            <translation>優しさ</translation>
        </message>
        <message>
            <source>the caption changed; its earlier text is in the history</source>
            <translation>キャプションが変更されました。以前の文は履歴にあります</translation>
        </message>
        <message>
            <source>the file is gone</source>
            <translation>ファイルがありません</translation>
        </message>
        <message>
            <source>the folder that the first training was made from</source>
            <translation>1回目の学習に使ったフォルダー</translation>
        </message>
        <message>
            <source>the one before beside</source>
            <translation>1つ前を横に</translation>
        </message>
        <message>
            <source>tilted</source>
            <translation>傾き</translation>
        </message>
        <message>
            <source>to</source>
            <translation>～</translation>
        </message>
        <message>
            <source>today, {time}</source>
            <translation>今日 {time}</translation>
        </message>
        <message>
            <source>too few</source>
            <translation>少なすぎる</translation>
        </message>
        <message>
            <source>too large to be a caption</source>
            <translation>キャプションとしては大きすぎます</translation>
        </message>
        <message>
            <source>train path</source>
            <translation>学習パス</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>unified</source>
            <translation>表現の統一</translation>
        </message>
        <message>
            <source>unify to “{words}”</source>
            <translation>「{words}」に統一</translation>
        </message>
        <message>
            <source>unreadable caption</source>
            <translation>読めないキャプション</translation>
        </message>
        <message>
            <source>unreadable image</source>
            <translation>読めない画像</translation>
        </message>
        <message>
            <source>unstable</source>
            <translation>不安定</translation>
        </message>
        <message>
            <source>unstable, wide variation</source>
            <translation>不安定、ばらつき大</translation>
        </message>
        <message>
            <source>verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>verdict on {name} taken back</source>
            <translation>{name} の判定の取り消し</translation>
        </message>
        <message>
            <source>volumetric</source>
            <translation>光芒</translation>
        </message>
        <message>
            <source>warmer</source>
            <translation>暖色</translation>
        </message>
        <message>
            <source>wave: modifier</source>
            <translation>波線: 修飾語</translation>
        </message>
        <message>
            <source>where the folder is made</source>
            <translation>フォルダーを作る場所</translation>
        </message>
        <message>
            <source>where the folder is now</source>
            <translation>今の場所</translation>
        </message>
        <message>
            <source>which picture became which file</source>
            <translation>どの画像がどのファイルになったか</translation>
        </message>
        <message>
            <source>wide</source>
            <translation>広角</translation>
        </message>
        <message>
            <source>will no longer say it</source>
            <translation>取り除く予定</translation>
        </message>
        <message>
            <source>will no longer say it: Space takes that back</source>
            <translation>取り除く予定。スペースで取り消し</translation>
        </message>
        <message>
            <source>will say it</source>
            <translation>加える予定</translation>
        </message>
        <message>
            <source>will say it: Space takes that back</source>
            <translation>加える予定。スペースで取り消し</translation>
        </message>
        <message>
            <source>with its caption</source>
            <translation>キャプション付き</translation>
        </message>
        <message>
            <source>without a name</source>
            <translation>名前なし</translation>
        </message>
        <message>
            <source>words that all share are left out</source>
            <translation>共通する語は省いています</translation>
        </message>
        <message>
            <source>words {words:.2f} alike</source>
            <translation>語の一致 {words:.2f}</translation>
        </message>
        <message>
            <source>words {words:.2f} alike, light {light} apart</source>
            <translation>語の一致 {words:.2f}、光の差 {light}</translation>
        </message>
        <message>
            <source>you marked {mark}</source>
            <translation>マークは「{mark}」</translation>
        </message>
        <message>
            <source>{approved} approved, {flagged} flagged.</source>
            <translation>承認 {approved}、要修正 {flagged}。</translation>
        </message>
        <message>
            <source>{before} become {after}</source>
            <translation>{before} 件が {after} 件に</translation>
        </message>
        <message>
            <source>{captions} not saved: {reason}</source>
            <translation>{captions}が未保存: {reason}</translation>
        </message>
        <message>
            <source>{concepts}, {entries}</source>
            <translation>{concepts}、{entries}</translation>
        </message>
        <message>
            <source>{concepts}, {images}</source>
            <translation>{concepts}、{images}</translation>
        </message>
        <message>
            <source>{counts}, {day}</source>
            <translation>{counts}、{day}</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>ほか {count} 件</translation>
        </message>
        <message>
            <source>{count} more, in the Findings tab</source>
            <translation>ほか {count} 件は「指摘」タブに</translation>
        </message>
        <message>
            <source>{count} of {total}</source>
            <translation>{count} / {total}</translation>
        </message>
        <message>
            <source>{count}, as before</source>
            <translation>{count} 件のまま</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <source>{done} of {total} done, {flagged} flagged, {again} to look at again</source>
            <translation>{total} 件中 {done} 件済み、要修正 {flagged}、見直し {again}</translation>
        </message>
        <message>
            <source>{encoder} reads as far as this, {tokens} tokens. What follows is not learned.</source>
            <translation>{encoder}が読むのはここまで（{tokens}トークン）です。この先は学習されません。</translation>
        </message>
        <message>
            <source>{finding}: no such fix here. Edit the caption, or let it stand.</source>
            <translation>{finding}：ここで使える修正はありません。キャプションを直すか、このままにしてください。</translation>
        </message>
        <message>
            <source>{folder} is not there any more: renamed, moved or unmounted. Nothing is written. What you typed is kept.</source>
            <translation>{folder} が見つかりません（名前の変更、移動、または取り外し）。何も書き込みません。入力した文章は保持しています。</translation>
        </message>
        <message>
            <source>{images} and {file}</source>
            <translation>{images} と {file}</translation>
        </message>
        <message>
            <source>{images}, {draws}</source>
            <translation>{images}、{draws}</translation>
        </message>
        <message>
            <source>{key} help</source>
            <translation>{key} ヘルプ</translation>
        </message>
        <message>
            <source>{key} settings</source>
            <translation>{key} 設定</translation>
        </message>
        <message>
            <source>{least} to {most} repeats</source>
            <translation>{least}〜{most} 回繰り返し</translation>
        </message>
        <message numerus="yes">
            <source>{model} needs %n keys otherwise</source>
            <translation>
                <numerusform>{model} では %n 個のキーを変える必要があります</numerusform>
            </translation>
        </message>
        <message>
            <source>{model} needs nothing otherwise</source>
            <translation>{model} で変える必要のあるものはありません</translation>
        </message>
        <message>
            <source>{named} of {total} entries name one</source>
            <translation>{total} 件中 {named} 件が言及</translation>
        </message>
        <message>
            <source>{name} (beside)</source>
            <translation>{name} (並べて表示中)</translation>
        </message>
        <message>
            <source>{name} shows otherwise</source>
            <translation>{name} は違うものを示しています</translation>
        </message>
        <message>
            <source>{one}, {other}</source>
            <translation>{one}、{other}</translation>
        </message>
        <message>
            <source>{shown} of {entries}</source>
            <translation>{entries}中 {shown} 件を表示</translation>
        </message>
        <message>
            <source>{size} as it is</source>
            <translation>{size} のまま</translation>
        </message>
        <message>
            <source>{size}, enlarged × {scale}</source>
            <translation>{size}、×{scale} に拡大</translation>
        </message>
        <message>
            <source>{size}, linked</source>
            <translation>{size}、リンク</translation>
        </message>
        <message>
            <source>{size}, loses {share} %</source>
            <translation>{size}、{share}% を切り取り</translation>
        </message>
        <message>
            <source>{size}, lying</source>
            <translation>{size}（横倒し）</translation>
        </message>
        <message>
            <source>{size}, written anew</source>
            <translation>{size}、書き直し</translation>
        </message>
        <message>
            <source>{space} ticks, {all} ticks all or none.</source>
            <translation>{space} で印、{all} ですべての印を付けるか外します。</translation>
        </message>
        <message>
            <source>{title} × {count}</source>
            <translation>{title} × {count}</translation>
        </message>
        <message>
            <source>{used} of {available} images</source>
            <translation>{available} 枚中 {used} 枚</translation>
        </message>
        <message>
            <source>{what}: “{note}”</source>
            <translation>{what}：「{note}」</translation>
        </message>
        <message>
            <source>{words}, {entries}</source>
            <translation>{words}、{entries}</translation>
        </message>
        <message>
            <source>{words}: {seen}</source>
            <translation>{words}：{seen}</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>「{words}」</translation>
        </message>
        <message>
            <source>“{words}” in some captions, not in others</source>
            <translation>一部のキャプションの「{words}」</translation>
        </message>
    </context>
</TS>
