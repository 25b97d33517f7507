import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in simplified Chinese. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution: '嵌入此框架的网站知道它在这里打开的链接及其密钥，可以像任何有链接的人一样使用它。',
  way: '在标签页中打开 private-chat',
  over: {
    destroyed: { title: '房间已不存在', text: '其中的所有内容都已删除。' },
    ended: {
      title: '房间已关闭',
      text: '不能再在其中发言。聊天内容会为组织者保留一段时间，之后删除。',
    },
    removed: { title: '你已被移出此房间', text: '主持人将你移出，或没有让你进入。' },
    'turned-away': { title: '你未获准进入', text: '此房间的主持人拒绝了你。' },
    left: { title: '你已离开房间', text: '你的席位已空出。要回来，请重新加载嵌入此框架的页面。' },
    missing: { title: '此房间不存在', text: '此框架中的地址不是房间的地址，或不完整。' },
  },
}
