/** How the value of a key must look to pin the caller. */
export type PinKind = "exact" | "arn" | "prefix" | "ip" | "true";

/**
 * Keys that pin who calls, or on whose behalf, when their value is fixed. In lower case.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export const pinningKeys: ReadonlyMap<string, PinKind> = new Map([
  ["aws:principalorgid", "exact"],
  ["aws:principalorgpaths", "prefix"],
  ["aws:principalaccount", "exact"],
  ["aws:principalarn", "arn"],
  ["aws:sourcearn", "arn"],
  ["aws:sourceaccount", "exact"],
  ["aws:sourceowner", "exact"],
  ["aws:sourceorgid", "exact"],
  ["aws:sourceorgpaths", "prefix"],
  ["aws:sourcevpc", "exact"],
  ["aws:sourcevpce", "exact"],
  ["aws:vpceaccount", "exact"],
  ["aws:vpceorgid", "exact"],
  ["aws:sourceip", "ip"],
  ["aws:userid", "prefix"],
  ["aws:principalisawsservice", "true"],
  ["aws:principalservicename", "exact"],
  ["elasticfilesystem:accessedviamounttarget", "true"],
  ["kms:calleraccount", "exact"],
  ["lambda:eventsourcetoken", "prefix"],
  ["s3:dataaccesspointaccount", "exact"],
  ["s3:dataaccesspointarn", "arn"],
]);

/** Keys whose tests everybody can pass: they are about how a request is made, not about who makes it or what it touches. In lower case. */
export const idleKeys: ReadonlySet<string> = new Set([
  "aws:securetransport",
  "aws:useragent",
  "aws:referer",
  "aws:currenttime",
  "aws:epochtime",
  "aws:tokenissuetime",
  "aws:viaawsservice",
  "s3:authtype",
  "s3:signatureversion",
  "s3:tlsversion",
  "s3:x-amz-acl",
  "s3:x-amz-content-sha256",
  "s3:x-amz-server-side-encryption",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
  "s3:x-amz-storage-class",
]);
