import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in simplified Chinese. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: '关闭此提示',
  destroyed: { title: '房间已不存在', text: '其中的所有内容都已删除。你可以在这里开一个新房间。' },
  ended: {
    title: '房间已关闭',
    text: '不能再在其中发言。聊天内容会为组织者保留一段时间，之后删除。',
  },
  erased: { title: '你的账号已注销', text: '它的房间以及其中的所有内容都随之消失了。' },
  left: { title: '你已离开房间', text: '你的席位已空出。链接还开着的话，只要有席位就可以回来。' },
  errors: {
    'room-not-found': {
      title: '那个房间不存在',
      text: '它已焚毁，或链接不完整。请索取新链接，或自己开一个房间。',
    },
    'room-full': {
      title: '那个房间已满',
      text: '席位已满。请索取更大房间的链接，或在“选项”中自己开一个。',
    },
    'room-closed': { title: '那个房间已关闭', text: '不能再进入了。你可以在这里自己开一个房间。' },
    removed: {
      title: '你已被移出那个房间',
      text: '主持人将你移出，或没有让你进入。你可以在这里自己开一个房间。',
    },
    'turned-away': {
      title: '你未获准进入',
      text: '那个房间的主持人拒绝了你。你可以在这里自己开一个房间。',
    },
    'not-shared': {
      title: '未能接收你分享的内容',
      text: '应用无法在你的设备上保存它。请创建房间，在那里粘贴或添加。',
    },
  },
}
