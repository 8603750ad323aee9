import type { Plugin } from 'vite';

/**
 * A plugin that works on the finished site. After a failed build Vite calls `closeBundle` twice, the second time without
 * the error (`findings/vite-failed-build-close.sh`), and the site there would be that of an earlier build. `writeBundle` is
 * called only after success.
 */
export function afterBuild(name: string, work: () => void | Promise<void>): Plugin {
	let isWritten = false;
	return {
		name,
		apply: 'build',
		enforce: 'post',
		writeBundle: {
			sequential: true,
			order: 'post',
			handler() {
				if (this.environment.name === 'ssr') isWritten = true;
			},
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				if (this.environment.name === 'ssr' && isWritten) await work();
			},
		},
	};
}
