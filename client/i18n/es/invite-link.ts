import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in Spanish. */
export const inviteLinkTexts: typeof English = {
  title: 'Este enlace está incompleto',
  text: 'La parte después de # falta o está dañada. Es la clave: sin ella nadie puede leer lo que se dice aquí, ni siquiera el servidor. Pide el enlace completo, o pégalo abajo.',
  label: 'Enlace completo',
  hint: 'Desde https:// hasta el último carácter.',
  open: 'Abrir la sala',
  notWhole:
    'La clave después de # falta o está incompleta. Copia el enlace otra vez, hasta el último carácter.',
  noRoom: 'La sala de este enlace no existe: se ha quemado, o el enlace está dañado. Pide uno nuevo.',
  unreachable: 'No se pudo conectar con la sala. Revisa tu conexión, espera un momento e inténtalo de nuevo.',
  noLink: 'Aquí no hay ningún enlace a una sala. Pega el enlace completo.',
}
