import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in simplified Chinese: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': '一次创建的房间太多。请等一分钟再创建下一个。',
  'cookies-blocked':
    '你的浏览器在此不保存 Cookie，而房间靠 Cookie 认出你的席位。请在地址旁的设置中允许本站使用 Cookie，或改用普通窗口而不是无痕窗口。',
  'keys-not-kept':
    '你的浏览器在此不保存密钥：如果来人要敲门，或只能看到之后的内容，你将打不开自己的房间。请在“门与规则”中选择“开着”和“全部”，或改用普通窗口而不是无痕窗口。',
  'first-message-not-kept':
    '未能转交你分享的内容，所以还没有创建房间。请重试，或在上方选择“不要了”，进入房间后再粘贴到输入框中。',
  'wrong-origin': '服务器把这个地址当成了另一个网站。如果它在代理之后，运营者需要设置 PUBLIC_ORIGIN。',
  other: '未能创建房间。请通过 https 或在 localhost 上重试。',
}
