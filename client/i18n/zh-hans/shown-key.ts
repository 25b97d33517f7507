import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in simplified Chinese. */
export const shownKeyTexts: typeof English = {
  title: '服务器已看到此房间的密钥',
  text: '在发送者和你之间，有什么东西把链接中的 # 换成了 %23，于是你的浏览器把密钥连同地址一起发送了出去。运营此服务器的人可能读到这里的内容。',
  advice: '如果你在意，请不要在这里说秘密：新建一个房间，用别的方式发送链接，例如二维码。',
  renew: '或者看看谁在这里，再生成新链接：只知道旧链接的人读不到此后的内容。',
  newLink: '新链接',
  stay: '留在此房间',
  newRoom: '新建房间',
  wrong: '此链接中的密钥已损坏：这里的人读不到你写的内容，你也读不到他们的。请打开完整链接。',
}
