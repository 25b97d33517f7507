import type { messageActionsTexts as English } from '../en/message-actions.ts'
import type { Parts } from '../index.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'その間に別の場所で編集されました。',
  'message-not-found': 'メッセージがもうありません。',
  'message-too-long': '長すぎます。',
  'not-allowed': '変更できるのは書いた人だけです。',
  muted: 'ホストにミュートされています。',
  quiet: '今はホストだけが発言できます。',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in Japanese. */
export const messageActionsTexts: typeof English = {
  replyingTo: <T>(person: T | null, message: T): Parts<T> =>
    person === null ? ['自分に返信：', message] : [person, 'さんに返信：', message],
  editing: 'メッセージを編集中',
  cancelReply: '返信をやめる',
  cancelEdit: '編集をやめる',
  answeredGone:
    '返信しようとしたメッセージは、もうありません。書いた内容は残り、返信としてではなく送信されます。',
  editedGone:
    '編集していたメッセージは、もうありません。書いた内容は残り、新しいメッセージとして送信されます。',
  onItsWay: { edit: '保存しています…', 'take-back': '取り消しています…' },
  sayFailure: ({ is, failure = '' }) => {
    const what = is === 'edit' ? '編集を保存できませんでした。' : '取り消せませんでした。'
    return `${what}${FAILURES[failure] ?? 'もう一度お試しください。'}`
  },
  editAgain: 'もう一度編集',
  dismiss: '閉じる',
  quote: {
    inReplyTo: '返信先：',
    you: 'あなた',
    colon: '：',
    loading: '…',
    absent: 'ここに表示できないメッセージ',
    takenBack: '取り消されたメッセージ',
    disappeared: '消えたメッセージ',
    readOnce: '1回だけ表示されるメッセージ',
    ignored: '無視しているため非表示',
    unreadable: 'あなたの鍵では開けないメッセージ',
    blank: '何も表示されないメッセージ',
    file: 'ファイル',
  },
}
