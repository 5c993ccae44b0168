/** For the file chooser: types of what the server takes, and endings for what some systems know by no type. */
export const ACCEPT =
  "image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic,video/mp4,video/quicktime,.heic,.mov";
