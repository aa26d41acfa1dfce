//! What a program asked of the disk, in order, as `strace` saw it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::hand::Manner;
use crate::kills;

/// The calls by which files change. Mapped memory is left out: only SQLite's shared index of the
/// write-ahead log is mapped, which never outlives a power cut.
const CALLS: &str = "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,\
    sync_file_range,ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,\
    mkdir,mkdirat,copy_file_range,sendfile";

/// One thing that happened, after it had happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A file was opened that may have been made by it; `emptied` where it was cut to nothing.
    Opened { path: PathBuf, emptied: bool },
    /// Bytes were written at a place.
    Wrote { path: PathBuf, at: u64, bytes: Vec<u8> },
    /// Bytes were written where the last ones ended.
    Appended { path: PathBuf, bytes: Vec<u8> },
    /// A file was given a length.
    Cut { path: PathBuf, length: u64 },
    /// A file or folder was to be safe on the disk.
    Synced { path: PathBuf },
    /// A name was given to what had another.
    Renamed { from: PathBuf, to: PathBuf },
    /// A name was taken away.
    Removed { path: PathBuf },
    /// A folder was made.
    Folder { path: PathBuf },
    /// The program said something.
    Said(String),
}

/// Runs the hand at the record and gives all that it asked of files under `folder`, and what it said.
pub(crate) fn of_hand(
    folder: &Path,
    seed: u64,
    steps: usize,
    manner: Manner,
) -> Result<Vec<Asked>, String> {
    let into = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    let hand = kills::hand(&folder.join("home.db"), seed, steps, manner)?;
    let mut strace = strace();
    strace.args(["-y", "-xx", "-s", "16000000", "-e", &format!("trace={CALLS}"), "-o"]);
    strace.arg(into.path()).arg("--").arg(hand.get_program()).args(hand.get_args());
    run(&mut strace)?;
    let text = fs::read_to_string(into.path()).map_err(|error| error.to_string())?;
    read(&text, folder)
}

/// `strace`, following every thread.
pub(crate) fn strace() -> Command {
    let mut strace = Command::new("strace");
    strace.arg("-f").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    strace
}

/// Runs it to its end, and gives what it printed.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let missing =
        |error| format!("strace cannot be started ({error}): sudo apt-get install strace");
    let done = command.output().map_err(missing)?;
    let output = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() {
        Ok(output)
    } else {
        Err(format!("{}: {}", done.status, String::from_utf8_lossy(&done.stderr).trim()))
    }
}

/// Reads the lines of `strace -f -y -xx`.
fn read(text: &str, folder: &Path) -> Result<Vec<Asked>, String> {
    let mut unfinished: HashMap<&str, String> = HashMap::new();
    let mut all = Vec::new();
    for line in text.lines() {
        let Some((process, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            unfinished.insert(process, begun.to_owned());
            continue;
        }
        let whole = match call.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
            Some((_, rest)) => unfinished.remove(process).unwrap_or_default() + rest,
            None => call.to_owned(),
        };
        all.extend(asked(&whole, folder).map_err(|why| format!("{why}: {whole:.200}"))?);
    }
    Ok(all)
}

fn asked(call: &str, folder: &Path) -> Result<Option<Asked>, String> {
    let Some((call, result)) = call.rsplit_once(" = ") else { return Ok(None) };
    if result.starts_with('-') {
        return Ok(None);
    }
    let (name, arguments) = call.trim_end().split_once('(').ok_or("not a call")?;
    // Every string is in hexadecimal digits, so a comma is always one between two arguments.
    let arguments: Vec<&str> = arguments.trim_end_matches(')').split(", ").collect();
    let argument = |at: usize| arguments.get(at).copied().unwrap_or_default();
    let happened = match name {
        "openat" if argument(2).contains("O_CREAT") || argument(2).contains("O_TRUNC") => {
            Asked::Opened { path: opened(result)?, emptied: argument(2).contains("O_TRUNC") }
        }
        "openat" => return Ok(None),
        "write" if argument(0).starts_with("1<") => {
            Asked::Said(String::from_utf8_lossy(&bytes(argument(1))?).into_owned())
        }
        // Files that are written so are new, and written from their beginning to their end.
        "write" => {
            Asked::Appended { path: opened(argument(0))?, bytes: written(argument(1), result)? }
        }
        "pwrite64" => {
            let at = argument(3).parse().map_err(|_| "no place")?;
            Asked::Wrote { path: opened(argument(0))?, at, bytes: written(argument(1), result)? }
        }
        "fsync" | "fdatasync" => Asked::Synced { path: opened(argument(0))? },
        "ftruncate" => {
            let length = argument(1).parse().map_err(|_| "no length")?;
            Asked::Cut { path: opened(argument(0))?, length }
        }
        "rename" => Asked::Renamed { from: named(argument(0))?, to: named(argument(1))? },
        "unlink" => Asked::Removed { path: named(argument(0))? },
        "mkdir" => Asked::Folder { path: named(argument(0))? },
        // What this does not know must not go by unseen where it is about the record.
        _ if bytes_within(call, folder) => return Err("a call that is not understood".into()),
        _ => return Ok(None),
    };
    Ok(Some(happened).filter(|happened| happened.is_about(folder)))
}

impl Asked {
    fn is_about(&self, folder: &Path) -> bool {
        match self {
            Self::Said(_) => true,
            Self::Opened { path, .. }
            | Self::Wrote { path, .. }
            | Self::Appended { path, .. }
            | Self::Cut { path, .. }
            | Self::Synced { path }
            | Self::Renamed { from: path, .. }
            | Self::Removed { path }
            | Self::Folder { path } => path.starts_with(folder),
        }
    }
}

/// As many of the bytes as were written.
fn written(text: &str, result: &str) -> Result<Vec<u8>, String> {
    let mut bytes = bytes(text)?;
    bytes.truncate(result.trim().parse().map_err(|_| "no count")?);
    Ok(bytes)
}

/// The path behind an open file: `5<\x2f\x74…>`.
fn opened(file: &str) -> Result<PathBuf, String> {
    let (_, path) = file.trim().split_once('<').ok_or("no path")?;
    Ok(PathBuf::from(String::from_utf8_lossy(&hex(path.trim_end_matches('>'))?).into_owned()))
}

fn named(text: &str) -> Result<PathBuf, String> {
    Ok(PathBuf::from(String::from_utf8_lossy(&bytes(text)?).into_owned()))
}

/// What stands between quotes, as bytes.
fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    hex(inner.ok_or("a text that was cut short")?)
}

fn hex(text: &str) -> Result<Vec<u8>, String> {
    let byte = |digits: &str| u8::from_str_radix(digits, 16).map_err(|_| "no digits".to_owned());
    text.split("\\x").skip(1).map(byte).collect()
}

/// Whether the path of a folder occurs in a call.
fn bytes_within(call: &str, folder: &Path) -> bool {
    let name: String =
        folder.to_string_lossy().bytes().map(|byte| format!("\\x{byte:02x}")).collect();
    call.contains(&name)
}
