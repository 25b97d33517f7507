import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in simplified Chinese. */
export const deviceTexts: typeof English = {
  title: '此设备',
  text: '保存在此浏览器中，适用于所有房间。',
  away: '当你在看别处时',
  sound: '播放轻柔的提示音',
  soundHint: '有人发言时。有人敲门时，即使你正看着也会响。',
  notify: '显示通知',
  notifyHint: '只提示有新消息，从不显示内容或发送者。',
  notifyDenied: '你的浏览器屏蔽了本站的通知，可以在浏览器设置中允许。',
  blur: '模糊房间',
  blurHint: '在你回来之前，消息和名字无法看清。',
  typing: '正在输入',
  sendTyping: '让别人看到你正在输入',
  sendTypingHint: '别人只知道你在输入，看不到内容。',
  showTyping: '显示谁正在输入',
  showTypingHint: '在消息下方。',
  exit: '紧急离开',
  exitOn: '连按两次 Esc 立即离开',
  exitHint: '不再询问：此标签页会忘掉房间，你的席位会空出，并打开另一个页面。未发送的内容会丢失。',
  exitAddress: '要打开的页面',
  exitAddressHint: '浏览器记下的访问记录仍会留在历史记录中。',
  exitAddressWrong: '请输入其他网站的网页地址，例如 https://example.org。',
  enterSends: '按回车键发送',
  enterSendsHint: '使用屏幕键盘时。否则回车键换行，用按钮发送。',
}
