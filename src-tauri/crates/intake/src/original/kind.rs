//! The kinds of files that are told apart.

/// What can be done with the files of some kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Made of pixels: see [`super::facts`] and [`super::thumbnail`].
    Picture,
    /// Written: see [`super::text`].
    Document,
    /// A letter of the electronic kind: see [`crate::mail::read`].
    Mail,
    /// Other files in one: see [`super::entries`].
    Archive,
    /// To be listened to elsewhere.
    Audio,
    /// To be watched elsewhere.
    Video,
    /// Kept and given out again.
    Other,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $media:literal, $ending:literal, $family:ident;)*) => {
        /// What a file is, by its content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every kind, for tables of words that must leave none out.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The media type as IANA registers it or as it is used, such as `image/jpeg`; no two
            /// kinds have the same.
            pub fn media_type(self) -> &'static str {
                match self { $(Self::$name => $media,)* }
            }

            /// The ending of a file's name that other programs expect, without its dot.
            pub fn ending(self) -> &'static str {
                match self { $(Self::$name => $ending,)* }
            }

            /// What can be done with it.
            pub fn family(self) -> Family {
                match self { $(Self::$name => Family::$family,)* }
            }
        }
    };
}

kinds! {
    /// A photograph, as cameras and telephones make them.
    Jpeg = "image/jpeg", "jpg", Picture;
    /// A picture without loss, as screenshots are.
    Png = "image/png", "png", Picture;
    /// A picture of few colours, perhaps moving.
    Gif = "image/gif", "gif", Picture;
    /// A picture of the web.
    WebP = "image/webp", "webp", Picture;
    /// A picture, as scanners make them.
    Tiff = "image/tiff", "tif", Picture;
    /// A picture of Windows.
    Bmp = "image/bmp", "bmp", Picture;
    /// A photograph of newer telephones. Recognised, not decoded.
    Heic = "image/heic", "heic", Picture;
    /// A picture of the newer web. Recognised, not decoded.
    Avif = "image/avif", "avif", Picture;
    /// Pages.
    Pdf = "application/pdf", "pdf", Document;
    /// Pages of a word processor.
    Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Document;
    /// Pages of a word processor.
    Odt = "application/vnd.oasis.opendocument.text", "odt", Document;
    /// A spreadsheet.
    Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Document;
    /// A spreadsheet.
    Ods = "application/vnd.oasis.opendocument.spreadsheet", "ods", Document;
    /// Slides.
    Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", Other;
    /// Office documents before 2007: a text, a spreadsheet or slides.
    OldOffice = "application/x-ole-storage", "doc", Other;
    /// Text with formatting, of older word processors.
    Rtf = "application/rtf", "rtf", Other;
    /// An e-mail with its headers.
    Mail = "message/rfc822", "eml", Mail;
    /// A page of the web.
    Html = "text/html", "html", Document;
    /// A page of the web in XML.
    Xhtml = "application/xhtml+xml", "xhtml", Document;
    /// A drawing of lines. A program may hide in it: it is never drawn here.
    Svg = "image/svg+xml", "svg", Document;
    /// XML of any other sort.
    Xml = "application/xml", "xml", Document;
    /// Text in whatever encoding.
    Text = "text/plain", "txt", Document;
    /// Files in one.
    Zip = "application/zip", "zip", Archive;
    /// Files in one, packed so that they are not looked into.
    SevenZip = "application/x-7z-compressed", "7z", Other;
    /// Files in one, packed so that they are not looked into.
    Rar = "application/vnd.rar", "rar", Other;
    /// A file or several, packed so that they are not looked into.
    Gzip = "application/gzip", "gz", Other;
    /// A recording.
    Mp3 = "audio/mpeg", "mp3", Audio;
    /// A recording, as telephones make them.
    M4a = "audio/mp4", "m4a", Audio;
    /// A recording, as messengers send them.
    Ogg = "audio/ogg", "ogg", Audio;
    /// A recording.
    Wav = "audio/wav", "wav", Audio;
    /// A recording.
    Flac = "audio/flac", "flac", Audio;
    /// A recording, as older telephones make them.
    Amr = "audio/amr", "amr", Audio;
    /// A recording.
    Aac = "audio/aac", "aac", Audio;
    /// A recording of Macintoshes.
    Aiff = "audio/aiff", "aif", Audio;
    /// A film.
    Mp4 = "video/mp4", "mp4", Video;
    /// A film of Apple's.
    Mov = "video/quicktime", "mov", Video;
    /// A film, as older telephones make them.
    ThreeGp = "video/3gpp", "3gp", Video;
    /// A film of the web.
    WebM = "video/webm", "webm", Video;
    /// A film.
    Mkv = "video/x-matroska", "mkv", Video;
    /// A film of Windows.
    Avi = "video/x-msvideo", "avi", Video;
    /// A film of Windows.
    Wmv = "video/x-ms-wmv", "wmv", Video;
    /// A film.
    Mpeg = "video/mpeg", "mpg", Video;
    /// Nothing that is known here.
    Unknown = "application/octet-stream", "bin", Other;
}

impl Kind {
    /// The kind of that media type, for what was told apart and written down earlier.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.media_type() == media_type)
    }
}
