import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

/** The texts of the dashboard, in simplified Chinese. */
export const accountRoomsTexts: typeof English = {
  page: '我的房间 · private-chat',
  title: '我的房间',
  loading: '正在加载你的房间…',
  again: '重试',
  stale: '列表未能更新，你看到的内容可能已过时。',
  loggedOut: '你已退出登录。重新登录之前，你输入的内容会保留在此标签页中，密码除外。',
  logIn: '重新登录',
  emptyTitle: '还没有房间',
  emptyText:
    '给第一个房间起个标题，再定好关闭时间，你会得到一个可以分享的链接。提前打开链接的人会等到房间开放。',
  groups: { open: '正在开放', scheduled: '已预约', closed: '已关闭' },
  toForm: '预约房间',

  present: (number) => (number === 0 ? '无人在场' : `${formatNumber(number)} 人在场`),
  messages: (number) => `${formatNumber(number)} 条消息`,
  upTo: (number) => `最多 ${formatNumber(number)} 人`,
  withPassword: '有密码',
  locked: '已锁门',
  encrypted: '端到端加密',
  readable: '聊天记录可读',
  closes: (when) => `${when} 关闭`,
  closed: (when) => `已于 ${when} 关闭`,
  keptUntil: (when) => `保留至 ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}，${keptUntil}`,
  span: (from, to) => `${from} 至 ${to}`,

  enter: '进入',
  copyLink: '复制链接',
  linkCopied: '链接已复制',
  copyInvitation: '复制邀请',
  invitationCopied: '邀请已复制',
  calendar: '日历文件',
  more: '更多',
  moreOf: (title) => `“${title}”的更多操作`,
  edit: '编辑',
  sameAgain: '下周再来一次',
  endNow: '立即结束',
  remove: '删除',
  transcript: '聊天记录',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format) => `聊天记录（${format}）`,
  opening: '正在此浏览器中解密消息…',
  madeHere: '聊天记录用保存在此浏览器中的密钥，在此浏览器中生成。',
  marked: (number) =>
    `聊天记录已保存。其中 ${formatNumber(number)} 条消息做了标记：它们无法用此房间的密钥解密、重复出现，或未经加密。`,
  odd: {
    unreadable: '（此消息无法用房间的密钥解密，或是先前消息的副本。）',
    plain: (text) => `（未加密）${text}`,
  },
  saved: '聊天记录已保存。',
  archive: {
    save: '连同文件保存',
    loading: '正在加载文件…',
    progress: '正在加载此房间的文件',
    paused: '正在等待房间，稍后会自动继续。',
    stop: '停止',
    stopped: '已停止，未保存任何内容。',
    none: '此房间没有文件。',
    failed: '未能打包。请检查网络连接后重试。',
    saved: '聊天记录和所有文件已保存为一个压缩包。',
    missing: (name) => `${name}（缺失）`,
    incomplete: (number) =>
      `压缩包已保存，但有 ${formatNumber(number)} 个文件未能加载：聊天记录中相应位置写有“缺失”。`,
  },
  unkept: (title) =>
    `此浏览器不会为本站保存任何内容。请现在复制“${title}”的链接：关闭此页面后，它的密钥就会丢失。`,
  key: {
    missing:
      '此浏览器中没有这个房间的密钥。请在此粘贴完整链接（例如你发出的邀请中的链接），浏览器会重新保存密钥。',
    label: inviteLinkTexts.label,
    button: '保存密钥',
    taken: (title) => `“${title}”的密钥已重新保存在此浏览器中。`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: '这是另一个房间的链接。请粘贴此房间的链接。',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey: '这个密钥不属于此房间：链接已损坏。请从原来发送的地方重新复制。',
    needsPassword: '此链接需要配合密码使用。请在此浏览器中用链接和密码打开一次房间，浏览器就会保存密钥。',
    fromFile: '或从你保存的文件中读取密钥：',
    noKeyFile: '这不是本站的密钥文件。',
    saveFile: '保存密钥文件',
    fileSaved: '密钥已保存。任何拿到此文件的人都能阅读房间里的内容：请存放在别人找不到的地方。',
    save: '保存邀请',
    saveHint: '日历文件和保存的邀请都包含完整链接及其密钥：请存放在别人找不到的地方。',
    saved: '已保存。文件中包含房间的密钥：请存放在别人找不到的地方。',
    inFile:
      '链接中 # 之后的部分就是此房间的密钥：有密钥的人都能阅读房间里的内容，没有则谁也读不了。请把此文件存放在别人找不到的地方。',
  },

  invitation: (room) =>
    [
      `邀请你参加：${room.title}`,
      `${room.span}（${room.zone}）`,
      '',
      `从这里进入：${room.inviteLink}`,
      '无需账号。可以早点来：房间开放时，页面会自动让你进入。',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['房间需要密码，密码会另行告知。'] : []),
    ].join('\n'),
  calendarText: (inviteLink) => `从这里进入：${inviteLink}`,

  confirm: {
    end: (title) => `现在结束“${title}”？`,
    endText: (until) => `房间里的所有人都会离开，也不能再发言。你可以在 ${until} 之前阅读聊天内容。`,
    endTextGone: '房间里的所有人都会离开，所有聊天内容会立即删除。',
    endLabel: '结束',
    remove: (title) => `删除“${title}”？`,
    removeText: (messages) =>
      `房间及其 ${formatNumber(messages)} 条消息、聊天记录和链接都会被删除，房间里的所有人都会离开。此操作无法撤销。`,
    removeLabel: '删除',
    cancelLabel: '保留',
  },
  done: {
    scheduled: (title) => `“${title}”已预约。`,
    opened: (title) => `“${title}”已开放。`,
    changed: (title) => `“${title}”已修改。`,
    ended: (title) => `“${title}”已结束。`,
    removed: (title) => `“${title}”已删除。`,
  },

  form: {
    title: '预约房间',
    editTitle: '编辑房间',
    button: '确认预约',
    save: '保存更改',
    name: '标题',
    opensAt: '开放时间',
    closesAt: '关闭时间',
    opensHint: '留空则立即开放房间。',
    zone: (zone) => `时间以你所在的时区为准：${zone}。`,
    clock: (skewMs, rightTime) =>
      `这台电脑的时钟${skewMs > 0 ? '快了' : '慢了'}${formatDuration(
        Math.round(Math.abs(skewMs) / 60_000) * 60,
      )}：正确时间是 ${rightTime}。房间以正确时间为准。`,
    clockChange: {
      skipped: (meant) => `届时时钟会拨快，没有这个时刻。按 ${meant} 计算。`,
      repeated: (meant) => `届时时钟会拨慢，这个时刻会出现两次。按第一次计算，即 ${meant}。`,
    },
    options: '选项',
    summary: (who, encrypted, retainFor, password) =>
      `${who}，${encrypted ? '加密' : '可读'}，${
        retainFor === 0 ? '不保留' : `保留${formatDuration(retainFor)}`
      }${password ? '，有密码' : ''}`,
    whoAnyone: '任何有链接的人',
    whoUpTo: (number) => `最多 ${formatNumber(number)} 人`,
    passwordKept: '留空则保留当前密码。',
    removePassword: '移除密码',
    reading: '加密',
    readings: { none: '不加密：服务器可读', e2ee: '端到端加密' },
    readingHints: {
      none: '服务器以文本形式保存聊天内容：你能阅读，本站运营者也能。客人在进入之前会看到这一点。',
      e2ee: '密钥留在链接里，服务器永远拿不到。此页面只把密钥保存在这个浏览器中：聊天记录只能在这里生成，没有链接，消息就找不回来了。客人会看到你把他们的话保留多久。',
    },
    retain: '结束后你还能阅读',
    retainHint: '房间开放后，这个时间只能缩短，因为进来的人已经看到了它。',
    retainFor: (seconds) => (seconds === 0 ? '不保留' : formatDuration(seconds)),
    errors: {
      title: `请输入 1 到 ${TITLE_MAX} 个可见字符。`,
      opensAt: '请输入日期和时间，或留空以立即开放房间。',
      closesAt: '请选择房间的关闭时间。',
      past: '这个时间已经过去，请选一个更晚的。',
      order: '关闭时间要晚于开放时间。',
      far: '请选择一年以内的时间。',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': '你已有一个同名的房间，请换个标题。',
    'too-many-rooms': `你已有 ${formatNumber(ACCOUNT_ROOMS_MAX)} 个房间，达到上限。请先删除一个。`,
    'room-not-found': '此房间已不存在。',
    'room-not-open': '此房间未开放。',
    'keys-not-kept':
      '此浏览器不保存密钥：如果来人要敲门，或只能看到之后的内容，你将打不开自己的房间。请选择“开着”和“全部”，或改用普通窗口而不是无痕窗口。',
    'rotate-instead': '此浏览器没有打开门所需的密钥或密码。请在房间菜单中生成新链接，再在那里打开门。',
  },
}
