/** The code of an error of the system (`ENOENT`), or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const sentences: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file"],
  ["ENOTDIR", "no such file"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its links lead in a circle"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EFBIG", "it is too large"],
  ["ERR_FS_FILE_TOO_LARGE", "it is too large"],
  ["ERR_ENCODING_INVALID_ENCODED_DATA", "it is not UTF-8 text"],
  ["ENOSPC", "no space is left"],
  ["EROFS", "the file system is read-only"],
]);

/** What an error of the system means, for people. */
export function systemSentence(code: string): string {
  return sentences.get(code) ?? code;
}
