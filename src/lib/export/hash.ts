import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, in hex. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** A hash in the format of policies and `integrity` attributes: `sha256-…`, in base64. */
export const sourceHash = (content: Uint8Array | string, algorithm = 'sha256'): string =>
	`${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** A hash as a source of a content security policy: `'sha256-…'`. */
export const quotedHash = (text: string): string => `'${sourceHash(text)}'`;
