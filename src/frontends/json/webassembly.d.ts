/** As much of WebAssembly as is used here: the types of Node.js have none, and with `--jitless` there is none. https://developer.mozilla.org/docs/WebAssembly */
declare const WebAssembly:
  | undefined
  | {
      readonly validate: (bytes: Uint8Array) => boolean;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    };
