import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

/** The texts of the dashboard, in Japanese. */
export const accountRoomsTexts: typeof English = {
  page: 'ルーム一覧 · private-chat',
  title: 'ルーム一覧',
  loading: 'ルームを読み込んでいます…',
  again: 'もう一度試す',
  stale: '一覧を更新できませんでした。表示が古い可能性があります。',
  loggedOut:
    'ログアウトしています。入力した内容は、次にログインするまでこのタブに残ります（パスワードを除く）。',
  logIn: 'もう一度ログイン',
  emptyTitle: 'まだルームがありません',
  emptyText:
    '最初のルームにタイトルと終了時刻を付けてください。配るためのリンクができます。早く開いた人は、ルームが開くまで待ちます。',
  groups: { open: '開いています', scheduled: '予約済み', closed: '終了' },
  toForm: 'ルームを予約',

  present: (number: number) => (number === 0 ? '今は誰もいません' : `${formatNumber(number)}人が在室中`),
  messages: (number: number) => `メッセージ${formatNumber(number)}件`,
  upTo: (number: number) => `${formatNumber(number)}人まで`,
  withPassword: 'パスワードあり',
  locked: 'ロック中',
  encrypted: 'エンドツーエンド暗号化',
  readable: '読める記録',
  closes: (when: string) => `${when}に終了`,
  closed: (when: string) => `${when}に終了しました`,
  keptUntil: (when: string) => `${when}まで保存`,
  closedAndKept: (closed, keptUntil) => `${closed}・${keptUntil}`,
  span: (from: string, to: string) => `${from}〜${to}`,

  enter: '入室',
  copyLink: 'リンクをコピー',
  linkCopied: 'リンクをコピーしました',
  copyInvitation: '招待文をコピー',
  invitationCopied: '招待文をコピーしました',
  calendar: 'カレンダー用ファイル',
  more: 'その他',
  moreOf: (title: string) => `${title}のその他の操作`,
  edit: '編集',
  sameAgain: '来週も同じ内容で',
  endNow: '今すぐ終了',
  remove: '削除',
  transcript: '記録',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format: string) => `記録を${format}で保存`,
  opening: 'このブラウザーでメッセージを開いています…',
  madeHere: '記録は、ここに保存された鍵を使って、このブラウザーの中で作られます。',
  marked: (number: number) =>
    `記録を保存しました。${formatNumber(number)}件のメッセージに印が付いています。このルームの鍵で開けなかったか、二度届いたか、暗号化されていなかったものです。`,
  odd: {
    unreadable: '（このメッセージは、ルームの鍵で開けなかったか、前のメッセージの写しです。）',
    plain: (text: string) => `（暗号化なし）${text}`,
  },
  saved: '記録を保存しました。',
  archive: {
    save: 'ファイルも含めて保存',
    loading: 'ファイルを読み込んでいます…',
    progress: 'このルームのファイルを読み込み中',
    paused: 'ルームにつながるのを待っています。自動で再開します。',
    stop: '中止',
    stopped: '中止しました。何も保存されていません。',
    none: 'このルームにファイルはありません。',
    failed: 'アーカイブを作れませんでした。接続を確認して、もう一度お試しください。',
    saved: '記録とすべてのファイルを、1つのアーカイブに保存しました。',
    /** In the transcript, in the place of a file’s name. */
    missing: (name: string) => `${name}（欠落）`,
    incomplete: (number: number) =>
      `アーカイブを保存しました。${formatNumber(number)}個のファイルは読み込めませんでした。記録ではそこに「欠落」と書かれています。`,
  },
  unkept: (title: string) =>
    `このブラウザーは、このサイトのデータを保存しません。「${title}」のリンクを今コピーしてください。このページを閉じると鍵が失われます。`,
  key: {
    missing:
      'このルームの鍵は、このブラウザーにありません。送った招待などから、リンク全体をここに貼り付けてください。鍵がまたこのブラウザーに保存されます。',
    label: inviteLinkTexts.label,
    button: '鍵を保存',
    taken: (title: string) => `「${title}」の鍵を、またこのブラウザーに保存しました。`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'これは別のルームのリンクです。このルームのリンクを貼り付けてください。',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey:
      'この鍵は、このルームのものではありません。リンクが壊れています。送信元からもう一度コピーしてください。',
    needsPassword:
      'このリンクにはパスワードが必要です。このブラウザーで、リンクとパスワードを使って一度ルームを開くと、鍵が保存されます。',
    fromFile: 'または、保存したファイルから鍵を読み込む：',
    noKeyFile: 'これは、このサイトの鍵ファイルではありません。',
    saveFile: '鍵ファイルを保存',
    fileSaved:
      '鍵を保存しました。このファイルがあれば、ルームの会話を読めます。ほかの人に見つからない場所に保管してください。',
    save: '招待を保存',
    saveHint:
      'カレンダー用ファイルと保存した招待には、リンク全体と鍵が含まれます。ほかの人に見つからない場所に保管してください。',
    saved: '保存しました。ファイルにはルームの鍵が含まれます。ほかの人に見つからない場所に保管してください。',
    inFile:
      'リンクの#より後ろは、このルームの鍵です。これがあれば会話を読むことができ、なければ誰も読めません。このファイルは、ほかの人に見つからない場所に保管してください。',
  },

  invitation: (room) =>
    [
      `ご招待：${room.title}`,
      `${room.span}（${room.zone}）`,
      '',
      `入室はこちら：${room.inviteLink}`,
      'アカウントは不要です。早めに来ても大丈夫です。ルームが開くと自動で入室できます。',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['パスワードが必要です。別の方法でお伝えします。'] : []),
    ].join('\n'),
  calendarText: (inviteLink: string) => `入室はこちら：${inviteLink}`,

  confirm: {
    end: (title: string) => `「${title}」を今すぐ終了しますか？`,
    endText: (until: string) =>
      `全員が退出し、誰も書き込めなくなります。会話は${until}まで読むことができます。`,
    endTextGone: '全員が退出し、会話はすべてすぐに削除されます。',
    endLabel: '終了する',
    remove: (title: string) => `「${title}」を削除しますか？`,
    removeText: (messages: number) =>
      `ルームを、メッセージ${formatNumber(messages)}件、記録、リンクとともに削除します。全員が退出します。元に戻せません。`,
    removeLabel: '削除する',
    cancelLabel: '残す',
  },
  done: {
    scheduled: (title: string) => `「${title}」を予約しました。`,
    opened: (title: string) => `「${title}」が開きました。`,
    changed: (title: string) => `「${title}」を変更しました。`,
    ended: (title: string) => `「${title}」を終了しました。`,
    removed: (title: string) => `「${title}」を削除しました。`,
  },

  form: {
    title: 'ルームを予約',
    editTitle: 'ルームを編集',
    button: '予約する',
    save: '変更を保存',
    name: 'タイトル',
    opensAt: '開始',
    closesAt: '終了',
    opensHint: '空欄にすると、すぐに開きます。',
    zone: (zone: string) => `時刻はあなたのタイムゾーン（${zone}）です。`,
    clock: (skewMs: number, rightTime: string) =>
      `このコンピューターの時計は${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60)}${
        skewMs > 0 ? '進んで' : '遅れて'
      }います。正しい時刻は${rightTime}です。ルームの時刻は正しい時刻に従います。`,
    clockChange: {
      skipped: (meant: string) => `この時刻は、時計が進められるため存在しません。${meant}とみなします。`,
      repeated: (meant: string) =>
        `この時刻は、時計が戻されるため2回あります。最初のほう（${meant}）とみなします。`,
    },
    options: 'オプション',
    summary: (who: string, encrypted: boolean, retainFor: number, password: boolean) =>
      `${who}・${encrypted ? '暗号化' : '暗号化なし'}・${
        retainFor === 0 ? '保存なし' : `終了後${formatDuration(retainFor)}保存`
      }${password ? '・パスワードあり' : ''}`,
    whoAnyone: 'リンクを知っている人',
    whoUpTo: (number: number) => `${formatNumber(number)}人まで`,
    passwordKept: '空欄にすると、今のパスワードのままです。',
    removePassword: 'パスワードをなくす',
    reading: '暗号化',
    readings: { none: 'なし（サーバーが読める）', e2ee: 'エンドツーエンド' },
    readingHints: {
      none: '会話は、サーバーに文字のまま保存されます。あなたも、このサイトの運営者も読むことができます。ゲストには入室前に表示されます。',
      e2ee: '鍵はリンクの中にあり、サーバーには渡りません。このページは、このブラウザーだけに鍵を保存します。記録はここでしか作れず、リンクがなくなるとメッセージは失われます。ゲストには、会話がいつまで保存されるかが表示されます。',
    },
    retain: '終了後に読める期間',
    retainHint: 'ルームが開いた後は、短くすることしかできません。入室した人がすでに見ているためです。',
    retainFor: (seconds: number) => (seconds === 0 ? 'なし' : formatDuration(seconds)),
    errors: {
      title: `表示できる文字を1〜${TITLE_MAX}文字で入力してください。`,
      opensAt: '日付と時刻を入力するか、空欄にしてすぐに開いてください。',
      closesAt: '終了時刻を選んでください。',
      past: 'この時刻は過ぎています。もっと後の時刻を選んでください。',
      order: '終了は開始より後にしてください。',
      far: '今から1年以内の時刻を選んでください。',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': '同じタイトルのルームがすでにあります。別のタイトルにしてください。',
    'too-many-rooms': `ルームは${formatNumber(ACCOUNT_ROOMS_MAX)}個までです。先にどれかを削除してください。`,
    'room-not-found': 'このルームはもうありません。',
    'room-not-open': 'このルームは開いていません。',
    'keys-not-kept':
      'このブラウザーは鍵を保存しません。ノックが必要なルームや、入室後の会話だけが見えるルームでは、自分のルームを開けなくなります。「開いている」と「すべて」を選ぶか、プライベートウィンドウではなく通常のウィンドウをお使いください。',
    'rotate-instead':
      'ドアを開けるのに必要な鍵かパスワードが、このブラウザーにありません。ルームのメニューで新しいリンクを作ってから、そこでドアを開けてください。',
  },
}
