import type { roomToolsTexts as English } from '../en/room-tools.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's menu and dialogs, in Japanese. */
export const roomToolsTexts: typeof English = {
  keep: '残す',
  stay: 'とどまる',
  refusals: {
    'not-allowed': 'これはホストだけができます。',
    'not-signed-in':
      'ログアウトしています。これを閉じて、もう一度ログインしてください。ボタンは入力欄の上にあります。',
    'host-present': 'この2分の間にホストがいました。少し後でもう一度お試しください。',
    'not-away': 'この人は戻ったか、少し前までここにいました。席はこの人のままです。',
  },
  destroy: {
    title: 'このルームを破棄しますか？',
    text: '全員がすぐに退出し、すべてのメッセージが削除されます。元に戻せません。',
    transcript: '進行役のための記録も削除されます。',
    confirmLabel: '破棄する',
  },
  leave: {
    title: 'このルームを退出しますか？',
    draft: '書いた内容はまだ送信されておらず、失われます。',
    waiting: (count: number) => `メッセージ${formatNumber(count)}件がまだ送信されておらず、失われます。`,
    handOver: '選んだ人がホストになります。',
    longest: 'いちばん長くいる人がホストになります。',
    heir: 'ルームを引き継ぐ人',
    seat: '席は空きます。あなたもほかの人も、有効なリンクがなければ入室できません。',
    locked: 'ドアはロックされています。ホストが解除するまで、戻れません。',
    confirmLabel: '退出する',
  },
  remove: {
    title: (alias: string) => `${alias}さんを退出させますか？`,
    text: 'この人はすぐに退出し、同じ席には戻れません。これまでの発言は残ります。',
    sameLink: 'この人が持つリンクで、ドアをロックするまでは、別の名前でまた入室できます。',
    locked: 'ドアはロックされています。この人が持つリンクでは、もう入室できません。',
    lock: '先にドアをロックする',
    lockHint: 'このルームのメニューで解除するまで、ほかの人は入れなくなります。',
    confirmLabel: '退出させる',
    cancelLabel: 'やめる',
    done: (alias: string, locked: boolean) =>
      locked ? `ドアをロックし、${alias}さんを退出させました。` : `${alias}さんを退出させました。`,
  },
  away: {
    title: '席を離れている人',
    list: '離れている人',
    about: (alias, since) => `${alias}さん：${since}。`,
    since: (time: string) => `${time}から離席中`,
    soon: '1分たつと、この席を空けられます。',
    freeOne: (alias: string) => `${alias}さんの席を空ける`,
    ask: (alias: string) => `${alias}さんの席を空けますか？`,
    text: '席は、次に来た人のものになります。退出させるのではありません。有効なリンクがあれば、席が空いている間は戻れます。これまでの発言は残ります。',
    confirmLabel: '席を空ける',
    cancelLabel: '残しておく',
    done: (alias: string) => `${alias}さんの席を空けました。`,
  },
  menu: 'このルーム',
  becomeHost: 'ホストになる',
  noHost: 'ホストがいません。',
  nowHost: 'あなたがホストになりました。',
  rules: {
    open: 'このルームのルール',
    quiet: 'ホストのみ発言',
    quietHint: 'ほかの人は発言できません。',
    files: 'ファイルと画像',
    filesHint: 'ここで送信できます。',
    slow: '書き込みの間隔',
    off: 'なし',
    seconds: (seconds: number) =>
      seconds < 60 ? `${formatNumber(seconds)}秒` : `${formatNumber(seconds / 60)}分`,
    done: '完了',
  },
  ends: (when: string) => `${when}に燃え尽きます。`,
  closes: (when: string) => `${when}に終了します。`,
  endsSliding: (lifetime: number) => `最後のメッセージから${formatDuration(lifetime)}で燃え尽きます。`,
  lock: 'ドアをロック',
  lockHint: 'ほかの人は入れません。ここにいる人はそのまま残ります。',
  door: {
    label: 'ノック制',
    hint: 'リンクから来た人は、ホストが中に入れるまで、ドアの前で待ちます。',
    fromJoin: '来る前の会話は読めません。',
    noLink: 'リンクは無効です。ドアの前に来られるリンクがありません。',
    refusals: {
      'password-required':
        'このブラウザーは、リンクのパスワードを知りません。先に新しいリンクを作ってから、ドアを開けてください。',
      'keys-not-kept':
        'このブラウザーはここで鍵を保存しません。再読み込みすると、誰も中に入れられなくなります。プライベートウィンドウではなく、通常のウィンドウをお使いください。',
      'wrong-link': 'ドアの前の人は別のリンクから来ていて、中に入れられませんでした。',
    },
  },
  fromJoin: '後から来た人は、それまでの会話を読めません。',
  shareLink: 'リンクとQRコード',
  rename: {
    change: '名前を変える',
    done: (alias: string) => `あなたの名前は${alias}になりました。`,
    refusals: {
      'alias-taken':
        'この名前は、ここの誰かが使っているか、この名前での発言があります。別の名前にしてください。',
      'invalid-request':
        '役割、「あなた」、またはこのサイトの名前と紛らわしい名前です。別の名前にしてください。',
    },
  },
  safety: {
    title: '安全ワード',
    text: 'この5つの言葉を、電話などで互いに読み上げてください。同じ言葉なら、リンクも同じです。間に誰もいません。',
    show: '安全ワードを表示',
    busy: '少しお待ちください…',
    failed: '読み込めませんでした。接続を確認して、もう一度お試しください。',
    numbers: '別の言語で読む人のために、番号では：',
  },
  safetyOfPeople: {
    text: '1人ひとりに5つの言葉があります。相手に電話するか会って、まず相手が自分の言葉を読み、次にあなたが読んでください。2人ともここで同じ言葉が見えれば、間に誰もいません。席を離れない限り言葉は変わらないので、1回で十分です。',
    list: 'ここにいる人の安全ワード',
    you: 'あなた',
    show: '言葉を表示',
    showOf: (alias: string) => `${alias}さんの言葉を表示`,
    showOwn: '自分の言葉を表示',
    noKey: '言葉がありません。鍵を読めませんでした。',
  },
  build: {
    check: (version: string, commit: string | null, isChanged: boolean) => {
      const source = commit === null ? 'コミット不明' : `コミット${commit}`
      return `バージョン${version}、${source}${isChanged ? '、その後変更あり' : ''}。自分のコンピューターから確認するには：`
    },
    unknown: 'このページには、バージョンが書かれていません。',
  },
  privacy: '守られること、守れないこと',
  keptInEu: 'EU内に保存：事業者はこのルームをEU内で動かし、データもEU内に保存します。',
  removables: '退出させられる人',
  removablesTitle: 'ここにいる人',
  removeOne: (alias: string) => `${alias}さんを退出させる`,
  share: {
    title: 'このルームに招待',
    two: 'このリンクで、あと1人が入室できます。',
    some: 'リンクを知っている人は、席が空いていれば入室できます。',
    full: '席がすべて埋まっています。席が空くと、リンクで入室できます。',
    free: 'メニューで、離れている人の席を空けられます。',
    locked: 'ドアはロックされています。解除するまで、ほかの人は入れません。',
    password: 'パスワードも必要です。',
    code: 'このルームへのリンクのQRコード',
    scan: 'または、スマートフォンのカメラをこのコードに向けてください。',
    tooLong: 'リンクが長すぎて、QRコードにできません。',
    system: '共有…',
  },
}
