import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in Spanish. */
export const accountTexts: typeof English = {
  email: 'Correo electrónico',
  password: 'Contraseña',
  emailError: 'Usa una dirección de correo, por ejemplo ada@example.com.',
  newPasswordHint: `Al menos ${ACCOUNT_PASSWORD.min} caracteres. Unas cuantas palabras seguidas son una buena contraseña.`,
  newPasswordError: `Usa de ${ACCOUNT_PASSWORD.min} a ${ACCOUNT_PASSWORD.max} caracteres.`,
  newPasswordTooCommon:
    'Esta contraseña es fácil de adivinar: es de las más comunes o parte de tu dirección. Usa otra, como unas cuantas palabras seguidas.',
  nav: 'Tus páginas',
  rooms: 'Salas',
  account: 'Cuenta',
  logOut: 'Salir',
  cookiesBlocked:
    'Tu navegador no guarda cookies aquí, y una cookie mantiene tu sesión iniciada. Permite las cookies de este sitio en los ajustes junto a la dirección e inténtalo de nuevo.',

  signUp: {
    page: 'Crear cuenta · private-chat',
    title: 'Salas para tus grupos',
    text: 'Con una cuenta programas salas, ves quién está en ellas y conservas lo que se dijo durante el tiempo que decidas. Nunca se envía correo a tu dirección.',
    button: 'Crear cuenta',
    other: '¿Ya tienes una cuenta?',
    linkLabel: 'Inicia sesión',
  },
  logIn: {
    page: 'Iniciar sesión · private-chat',
    title: 'Hola de nuevo',
    text: 'Inicia sesión para ver tus salas programadas.',
    button: 'Iniciar sesión',
    other: '¿Aún no tienes cuenta?',
    linkLabel: 'Crea una',
    forgotten: '¿Olvidaste tu contraseña?',
    recover: 'Usa un código de recuperación',
  },
  recover: {
    page: 'Recuperar tu cuenta · private-chat',
    title: 'Elige una contraseña nueva',
    text: `Cada uno de tus códigos de recuperación más recientes te deja entrar una vez. Al usar uno se cierra tu sesión en los demás dispositivos y recibes ${RECOVERY_CODES.count} nuevos.`,
    code: 'Código de recuperación',
    codeHint: 'Por ejemplo, k3v9-02mq-8xhd-p7tz. Solo funciona una vez.',
    newPassword: 'Contraseña nueva',
    button: 'Guardar e iniciar sesión',
    wrong: 'Esta dirección y este código no van juntos, o el código ya se usó.',
    other: '¿Recordaste tu contraseña?',
    linkLabel: 'Inicia sesión',
  },
  codes: {
    page: 'Tus códigos de recuperación · private-chat',
    title: 'Guarda estos códigos',
    text: 'Si olvidas tu contraseña, cada uno de estos códigos te deja entrar una vez. Se muestran ahora y nunca más, y no hay otra forma de volver a entrar.',
    list: 'Códigos de recuperación',
    copy: 'Copiar todos',
    copied: 'Códigos de recuperación copiados',
    save: 'Guardar como archivo',
    file: 'private-chat-codigos-de-recuperacion',
    fileHead: (host) => `Códigos de recuperación de ${host}; cada uno funciona una vez:\n\n`,
    kept: 'Ya los guardé',
  },
  settings: {
    page: 'Cuenta · private-chat',
    title: 'Cuenta',
    loading: 'Cargando tu cuenta…',
    about: (email, day) => `${email}, desde el ${day}`,
    again: 'Reintentar',
    password: {
      title: 'Contraseña',
      text: 'Al cambiarla se cierra tu sesión en los demás dispositivos, también en tus salas. Recibes códigos de recuperación nuevos y los anteriores dejan de funcionar.',
      current: 'Contraseña actual',
      next: 'Contraseña nueva',
      button: 'Cambiar contraseña',
      done: 'Tu contraseña ha cambiado y se cerró tu sesión en los demás dispositivos. Guarda tus nuevos códigos de recuperación.',
    },
    sessions: {
      title: 'Dónde tienes la sesión iniciada',
      list: 'Dispositivos',
      device: (browser, system) => (system === null ? browser : `${browser} en ${system}`),
      unknownBrowser: 'Navegador desconocido',
      here: 'Este dispositivo',
      seen: (when) => `último uso: ${when}`,
      end: 'Cerrar sesión ahí',
      endNamed: (device) => `Cerrar sesión en ${device}`,
      ended: (device) => `Se cerró la sesión en ${device}.`,
      endOthers: 'Cerrar las demás sesiones',
      endedOthers: 'Se cerró la sesión en los demás dispositivos.',
      alone: 'No tienes la sesión iniciada en ningún otro lugar.',
    },
    codes: {
      title: 'Códigos de recuperación',
      left: (count) =>
        count === 0
          ? 'No te queda ninguno. Sin un código no se puede cambiar una contraseña olvidada.'
          : pickPlural(count, { one: 'Te queda 1.', other: `Te quedan ${formatNumber(count)}.` }),
      make: 'Crear códigos nuevos',
      askTitle: `¿Crear ${RECOVERY_CODES.count} códigos nuevos?`,
      askText: 'Tus códigos anteriores dejan de funcionar al momento.',
      yes: 'Crear códigos',
    },
    everything: {
      title: 'Tus datos',
      text: 'La cuenta, tus salas y todos sus mensajes, en un archivo JSON. Los mensajes de salas cifradas siguen cifrados en él.',
      download: 'Descargar todo',
    },
    remove: {
      title: 'Eliminar la cuenta',
      text: 'Esto elimina todas las salas, todos los mensajes y la propia cuenta.',
      button: 'Eliminar todo…',
      askTitle: '¿Eliminar todo?',
      askText:
        'Todas tus salas se cierran, también las abiertas, y se eliminan todos los mensajes, los códigos de recuperación y la cuenta. No se puede deshacer.',
      yes: 'Eliminar todo',
    },
  },
}
