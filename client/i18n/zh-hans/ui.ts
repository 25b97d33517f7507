import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in simplified Chinese. */
export const uiTexts: typeof English = {
  showPassword: '显示输入的内容',
  hidePassword: '隐藏输入的内容',
  required: '请填写此项。',
  busy: '请稍等…',
  canSubmitIn: (seconds) => `${seconds} 秒后可以重试。`,
  canSubmit: '现在可以重试了。',
  logInAgain: '重新登录',
  cancel: '取消',
  close: '关闭',
  refusals: {
    'email-taken': '此邮箱已有账号。要改为登录吗？',
    'wrong-credentials': '邮箱地址与密码不匹配。',
    'wrong-password': '这不是此账号的密码。',
    'not-signed-in': '你已退出登录。',
    'slow-down': '操作太频繁，请稍等再试。',
    'too-many-requests': '来自你地址的操作太频繁，请等一分钟再试。',
    'session-not-found': '那台设备已退出登录。',
    unreachable: '连不上服务器。请检查网络连接后重试。',
    busy: '服务器非常繁忙，请稍后再试。',
  },
  fieldRefused: '此内容不能使用，请修改后重试。',
  refused: '操作未成功，请重试。',
  incident: '供运营者参考：',
  tooManyAttempts: (seconds) =>
    `错误次数太多：${formatDuration(Math.max(1, seconds))}内的尝试都会被拒绝，即使是对的。`,
}
