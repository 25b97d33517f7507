import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in simplified Chinese. */
export const preJoinTexts: typeof English = {
  passwordTitle: '此房间需要密码',
  passwordText: '给你发链接的人知道密码。',
  passwordWrong: '密码不对。请检查大小写后重试。',
  passwordMissing: '请先输入密码。',
  enter: '进入',
  nameTitle: '这个名字已被使用',
  nameText: (taken) =>
    `“${taken}”在此房间已被使用：有人正在用，或曾用它说过话。名字会留在说过的话上，即使说话的是你自己。请换个名字再进来。`,
  nameTaken: '这个名字已被使用。',
  nameRefusedTitle: '这个名字在此不能使用',
  nameRefused: (name) => `“${name}”看起来像身份、像“你”，或像本站的名字。请换个名字再进来。`,
  nameFaulty: (fault) => `你的名字未被接受。${fault}请换个名字再进来。`,
  nameStill: '这个名字在此不能使用。',
  greetingTitle: '进入之前',
  greetingText: (isEncrypted) =>
    isEncrypted
      ? '此房间里的内容会保留。每个人自己选择在这里使用的名字。'
      : '此房间没有加密，其中的内容会保留。每个人自己选择在这里使用的名字。',
  knockText: '报上名字，敲敲门：房间的主持人会让你进来。',
  knock: '敲门',
  fromJoin: '后来的人读不到之前的内容：你会看到从现在起的内容。',
  greetingHint: '别人会看到这个名字，不必是真名。',
  ownGreeting: (isEncrypted) =>
    isEncrypted
      ? '这是你的房间，已加密：你能阅读其中的内容，本站运营者不能。客人会在这里看到这段话并选择名字。'
      : '这是你的房间，未加密：你能阅读其中的内容，本站运营者也能。客人会在这里看到这段话并选择名字。',
  ownWait: '这是你的房间，尚未开放。客人会在这里等到它开放。你可以现在就开放。',
  openNow: '现在开放',
  ownRooms: '查看我的房间',
  waitTitle: '此房间尚未开放',
  waitText: '你来早了。请不要关闭此页面：房间开放时你会自动进入。',
  lobby: '回到首页',
  waitTimer: '距离开放还有',
  waitPassword: '你需要密码。',
  opensAt: (time) => `开放时间：${time}。`,
}
