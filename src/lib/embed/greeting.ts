import { RESIZER, type Parties } from './messages.ts';

/** What a parent's greeting adds. */
export type Greeting = Pick<Parties, 'secret' | 'windowId' | 'resizerId'>;

/** WordPress refuses a secret with anything but these. */
export const SECRET = /^[a-z0-9]{1,64}$/i;

/** The content of a parent's message that wants an answer; null for any other message. */
export function greeting(message: unknown): Greeting | null {
	return typeof message === 'string'
		? greetingInText(message)
		: typeof message === 'object' && message
			? greetingInObject(message)
			: null;
}

function greetingInText(message: string): Greeting | null {
	if (message.startsWith(RESIZER)) {
		const rest = message.slice(RESIZER.length);
		const [resizerId, , sized] = rest.split(':');
		// Its other messages have fields, too, but none with a boolean in the third.
		if (resizerId && (sized === 'true' || sized === 'false')) return { resizerId };
		return rest === 'resize' ? {} : null;
	}
	if (/^pymxPYMx.*xPYMxwidthxPYMx/.test(message)) return {};
	if (!message.startsWith('{')) return null;
	try {
		const { method, windowId } = JSON.parse(message) as Record<string, unknown>;
		const known = typeof windowId === 'number' || typeof windowId === 'string';
		return method === 'register' && known ? { windowId } : null;
	} catch {
		return null;
	}
}

function greetingInObject(data: object): Greeting | null {
	const { sentinel, type, message, secret } = data as Record<string, unknown>;
	if (type === 'frames-init') return sentinel === 'amp' ? {} : null;
	if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') return {};
	return message === 'ready' && typeof secret === 'string' && SECRET.test(secret) ? { secret } : null;
}
