import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of the lobby, in simplified Chinese. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · 会自行焚毁的房间',
  headline: '不留痕迹的话语',
  lead: '打开房间，分享链接，开始聊天。引线燃尽，房间和每句话都会消失。',
  nameHint: '别人看到的名字，只保存在此设备上。',
  anotherName: '换个名字',
  create: '创建房间',
  creating: '正在创建你的房间…',
  notIn: '房间已准备好，但你还没有进去：未能连接。',
  options: '选项',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}，${sliding ? '最后一句话之后' : ''}${formatDuration(seconds)}${hasPassword ? '，有密码' : ''}${knock ? '，要敲门' : ''}`,
  whoTwo: '两个人',
  whoAnyone: '任何有链接的人',
  upTo: (count) => `最多 ${formatNumber(count)} 人`,
  promises: [
    '无需账号，没有追踪，不涉及其他网站。',
    '在你更换或关闭链接之前，只要有席位，任何有链接的人都能进来。',
    '你在这里创建的房间在你的浏览器中加密，名字也包括在内，结束时从服务器上删除。',
  ],
  unreachable: '连不上服务器。请检查网络连接后重试。',
  haveLink: '有链接？',
  privacy: '哪些能保密，哪些不能',
  facilitators: '组织者入口',
}
