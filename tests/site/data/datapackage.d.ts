/** The part that the tests use; the package has no types. */
declare module 'datapackage' {
	interface Resource {
		readonly tabular: boolean;
		read(options: { readonly keyed: boolean; readonly relations: boolean }): Promise<unknown>;
	}
	export class Package {
		static load(descriptor: string): Promise<Package>;
		readonly valid: boolean;
		readonly errors: readonly unknown[];
		readonly resourceNames: readonly string[];
		getResource(name: string): Resource | null;
	}
}
