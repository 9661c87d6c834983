const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Client text must not forge log lines or drive a terminal. */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
