import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in simplified Chinese. */
export const inviteLinkTexts: typeof English = {
  title: '此链接不完整',
  text: '# 之后的部分缺失或已损坏。它就是密钥：没有它，谁也读不了这里的内容，服务器也不例外。请索取完整链接，或在下方粘贴。',
  label: '完整链接',
  hint: '从 https:// 到最后一个字符。',
  open: '打开房间',
  notWhole: '# 之后的密钥缺失或不完整。请重新复制链接，直到最后一个字符。',
  noRoom: '此链接的房间不存在：它已焚毁，或链接已损坏。请索取新链接。',
  unreachable: '未能连接房间。请检查网络连接，稍等再试。',
  noLink: '其中没有房间的链接。请粘贴完整链接。',
}
