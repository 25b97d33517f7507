import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in simplified Chinese. */
export const entryRefusedTexts: typeof English = {
  again: '重试',
  back: '再次进入',
  lobby: '自己开一个房间',
  refused: {
    'seat-lost': {
      title: '你的席位已空出',
      text: '你离开了一会儿，在另一个标签页中退出了房间，或已退出登录。只要还有席位就可以回来：你正在写的内容已保留。',
    },
    unreachable: {
      title: '无法连接房间',
      text: '你的设备连不上服务器。请检查网络连接，然后重试。',
    },
    'room-locked': {
      title: '此房间已锁门',
      text: '现在其他人都不能进来。请让主持人开锁，然后重试。',
    },
    'room-not-found': {
      title: '此房间不存在',
      text: '它已焚毁，或链接不完整。请索取新链接。',
    },
    'room-closed': { title: '此房间已关闭', text: '不能再进入了。' },
    'room-not-open': { title: '此房间尚未开放', text: '你来早了。请等开放后再试。' },
    removed: { title: '你已被移出', text: '此房间的主持人将你移出，或没有让你进入。' },
    'link-closed': { title: '此链接已失效', text: '请索取新链接。' },
    'wrong-link': { title: '此链接不完整', text: '缺少一部分。请索取完整链接，再打开它。' },
    'too-many-requests': {
      title: '请稍等',
      text: '来自你所在网络的请求太多。请等一分钟再试。',
    },
    'slow-down': { title: '请稍等', text: '操作太频繁，请稍等再试。' },
    busy: { title: '房间非常繁忙', text: '请稍等再试。' },
    'wrong-origin': {
      title: '服务器不认识这个地址',
      text: '它把这个地址当成了另一个网站。如果它在代理之后，运营者需要设置 PUBLIC_ORIGIN。',
    },
    'cookies-blocked': {
      title: '你的浏览器在此不保存 Cookie',
      text: '房间靠 Cookie 认出你的席位，而你还没有占用席位。请在地址旁的设置中允许本站使用 Cookie，然后重试。如果无痕窗口不允许，请在普通窗口中打开链接。',
    },
    'no-key': {
      title: '你获准进入，但没有密钥',
      text: '没有收到能打开此房间的密钥。请索取新链接，或再次来到门外。',
    },
  },
  full: { title: '此房间已满', text: '席位已满。有人离开后就有你的位置。' },
  embedBlocked: {
    title: '你的浏览器在此框架中不保存 Cookie',
    text: '房间靠 Cookie 认出你的席位，而你还没有占用席位。在单独的标签页中，房间可以保存 Cookie。',
  },
  openTab: '在标签页中打开',
  other: { title: '操作未成功', text: '我们这边出了点问题，请重试。' },
}
