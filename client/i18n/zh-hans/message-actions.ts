import type { messageActionsTexts as English } from '../en/message-actions.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': '它刚刚在别处被编辑过。',
  'message-not-found': '它已不存在。',
  'message-too-long': '内容太长。',
  'not-allowed': '只有作者可以修改。',
  muted: '主持人已将你禁言。',
  quiet: '现在只有主持人可以发言。',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in simplified Chinese. */
export const messageActionsTexts: typeof English = {
  replyingTo: (person, message) =>
    person === null ? ['回复自己：', message] : ['回复 ', person, '：', message],
  editing: '正在编辑你的消息',
  cancelReply: '不回复',
  cancelEdit: '不编辑',
  answeredGone: '你要回复的消息已不存在。你写的内容已保留，会单独发送。',
  editedGone: '你要编辑的消息已不存在。你写的内容已保留，会作为新消息发送。',
  onItsWay: { edit: '正在保存…', 'take-back': '正在撤回…' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? '你的修改未保存' : '消息未撤回'
    return why ? `${what}：${why}` : `${what}，请重试。`
  },
  editAgain: '重新编辑',
  dismiss: '忽略',
  quote: {
    inReplyTo: '回复 ',
    you: '你',
    colon: '：',
    loading: '…',
    absent: '一条无法在此显示的消息',
    takenBack: '一条已撤回的消息',
    disappeared: '一条已消失的消息',
    readOnce: '一条阅后即焚消息',
    ignored: '已隐藏，因为你忽略了此人',
    unreadable: '一条无法用你的密钥解密的消息',
    blank: '一条没有内容的消息',
    file: '一个文件',
  },
}
