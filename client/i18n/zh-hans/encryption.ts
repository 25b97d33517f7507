import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in simplified Chinese. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed: '服务器既读不到这里的内容，也读不到你们的名字；它只看得到每个人何时发言、发了多少。',
  link: '有链接的人都能进来，并阅读之前的内容。',
  linkAndPassword:
    '有链接和密码的人都能进来，并阅读之前的内容；密码太短的话，拿到链接和服务器所存数据的人可以猜出来。',
  knock: '有链接的人会来到门外，主持人允许进入后，才会得到能打开聊天内容的密钥。',
  fromJoin: '有链接的人会来到门外，进来后得到一个新密钥，无论服务器存了什么，它都打不开密钥生成之前的内容。',
  fromJoinLarge: '有链接的人会来到门外，只有服务器不让他们看到进来之前的内容：席位这么多时，密钥不会更换。',
  closed: '链接已关闭：它什么也打不开了。',
  closedForTwo: '链接已关闭：它什么也打不开了；如果有一方丢了浏览器，可以用菜单中的“新链接”再让对方进来。',
  removal: '被移出的人，在密钥更换之后就读不到内容了。',
  removalDue: '有人被移出，但在主持人的页面更换密钥之前，仍能读到内容。',
  large: `占用的席位超过 ${formatNumber(ROTATION_SEATS_MAX)} 个时，移出会更换链接，但不更换密钥：旧链接不再让任何人进入；被移出的人仍保有当时能读到的内容。`,
  largeDue: '有人被移出，但在主持人的页面更换链接之前，仍能用链接进来。',
  forgets: '此浏览器无法保存密钥：重新加载后，你要再用链接进入，席位也会不同。',
  forgetsAtDoor: '此浏览器无法保存密钥：重新加载后，需要有人再次让你进来；创建房间的人则无法再进来。',
  forgetsAll: '此浏览器无法保存密钥：重新加载后，没有新链接就无法再进来。',
}
