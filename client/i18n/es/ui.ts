import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in Spanish. */
export const uiTexts: typeof English = {
  showPassword: 'Mostrar lo que se escribe',
  hidePassword: 'Ocultar lo que se escribe',
  required: 'Rellena este campo.',
  busy: 'Un momento…',
  canSubmitIn: (seconds) => `Puedes intentarlo de nuevo en ${seconds} s.`,
  canSubmit: 'Ya puedes intentarlo de nuevo.',
  logInAgain: 'Volver a iniciar sesión',
  cancel: 'Cancelar',
  close: 'Cerrar',
  refusals: {
    'email-taken': 'Ya hay una cuenta con esta dirección. ¿Prefieres iniciar sesión?',
    'wrong-credentials': 'Esta dirección y esta contraseña no van juntas.',
    'wrong-password': 'Esa no es la contraseña de esta cuenta.',
    'not-signed-in': 'Se cerró tu sesión.',
    'slow-down': 'Fue mucho de una vez. Espera un momento e inténtalo de nuevo.',
    'too-many-requests': 'Fue mucho de una vez desde tu dirección. Espera un minuto e inténtalo de nuevo.',
    'session-not-found': 'En ese dispositivo ya se cerró la sesión.',
    unreachable: 'No se pudo conectar con el servidor. Revisa tu conexión e inténtalo de nuevo.',
    busy: 'El servidor está muy ocupado. Inténtalo de nuevo en un momento.',
  },
  fieldRefused: 'Esto no se puede usar. Cámbialo e inténtalo de nuevo.',
  refused: 'No funcionó. Inténtalo de nuevo.',
  incident: ' Para quien administra el sitio: ',
  tooManyAttempts: (seconds) =>
    `Demasiados intentos fallidos: durante ${formatDuration(Math.max(1, seconds))} se rechaza cualquier intento, incluso uno correcto.`,
}
