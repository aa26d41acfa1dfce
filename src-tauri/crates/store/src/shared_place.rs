//! Places where a store does not belong: folders that something else carries to other computers
//! while it is written, and disks behind a network, whose locks cannot be relied on.

use std::path::Path;

use crate::paths::Paths;

/// Why a place is not one for a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedPlace {
    /// A folder that a program keeps the same on several computers: which.
    Synchronised(&'static str),
    /// A disk behind a network.
    Network,
}

/// What tells the folder of a program that synchronises, by its name: alone, or at its beginning.
const NAMES: [(&str, &str); 10] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
];

/// What lies in the folder of a program that synchronises: how the name begins and ends.
const MARKS: [(&str, &str, &str); 7] = [
    (".dropbox", "", "Dropbox"),
    (".stfolder", "", "Syncthing"),
    (".sync_", ".db", "Nextcloud"),
    ("._sync_", ".db", "Nextcloud"),
    (".nextcloudsync", ".log", "Nextcloud"),
    (".owncloudsync", ".log", "ownCloud"),
    (".tmp.driveupload", "", "Google Drive"),
];

/// File systems that lie on other computers.
const NETWORK: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
    "fuse.s3fs",
];

/// File systems that show what lies in a cloud.
const CLOUD: [(&str, &str); 3] = [
    ("fuse.rclone", "rclone"),
    ("fuse.google-drive-ocamlfuse", "Google Drive"),
    ("fuse.onedriver", "OneDrive"),
];

impl SharedPlace {
    /// Whether the store at that path lies, or would lie, in such a place; nothing where it does not,
    /// or where that cannot be found out.
    pub fn of(store: &Path) -> Option<Self> {
        let paths = Paths::of(store).ok()?;
        let folder = paths.folder();
        let by_name = folder.ancestors().find_map(|it| by_name(&it.file_name()?.to_string_lossy()));
        let by_mark = || folder.ancestors().find_map(marked);
        let by_mount = || {
            let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
            by_mount(&mounts, folder)
        };
        by_name.or_else(by_mark).or_else(by_mount)
    }
}

fn by_name(name: &str) -> Option<SharedPlace> {
    let name = name.to_lowercase();
    // “Dropbox (Family)”, “OneDrive - School”.
    let is = |known: &&(&str, &'static str)| {
        name.strip_prefix(known.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '_']))
    };
    NAMES.iter().find(is).map(|(_, program)| SharedPlace::Synchronised(program))
}

fn marked(folder: &Path) -> Option<SharedPlace> {
    let entries = std::fs::read_dir(folder).ok()?;
    entries.flatten().find_map(|entry| by_mark(&entry.file_name().to_string_lossy()))
}

fn by_mark(name: &str) -> Option<SharedPlace> {
    let is = |(begins, ends, _): &&(&str, &str, &'static str)| {
        if ends.is_empty() {
            name == *begins
        } else {
            name.starts_with(begins) && name.ends_with(ends)
        }
    };
    MARKS.iter().find(is).map(|(_, _, program)| SharedPlace::Synchronised(program))
}

/// By the file system that a folder lies on, from what Linux says of all that is mounted (proc(5)).
fn by_mount(mounts: &str, folder: &Path) -> Option<SharedPlace> {
    let lies_on = mounts
        .lines()
        .filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let point = unescaped(before.split(' ').nth(4)?);
            let sort = after.split(' ').next()?;
            folder.starts_with(&point).then_some((point.len(), sort))
        })
        // Of those mounted at one place, the last is what one sees.
        .max_by_key(|(length, _)| *length);
    let (_, sort) = lies_on?;
    let cloud = CLOUD.iter().find(|(known, _)| *known == sort);
    let cloud = cloud.map(|(_, program)| SharedPlace::Synchronised(program));
    cloud.or_else(|| NETWORK.contains(&sort).then_some(SharedPlace::Network))
}

/// A path as it is, of which the kernel writes blanks and backslashes as `\040` and the like.
fn unescaped(text: &str) -> String {
    let escapes = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    escapes.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_told_by_their_names() {
        let cases = [
            ("Dropbox", Some("Dropbox")),
            ("Dropbox (Family)", Some("Dropbox")),
            ("OneDrive - School", Some("OneDrive")),
            ("onedrive", Some("OneDrive")),
            ("Google Drive", Some("Google Drive")),
            ("com~apple~CloudDocs", Some("iCloud Drive")),
            ("Nextcloud", Some("Nextcloud")),
            ("ownCloud", Some("ownCloud")),
            ("Documents", None),
            ("Dropboxes", None),
            ("my dropbox", None),
            ("holdfast", None),
        ];
        for (name, wanted) in cases {
            assert_eq!(by_name(name), wanted.map(SharedPlace::Synchronised), "{name}");
        }
    }

    #[test]
    fn folders_are_told_by_what_lies_in_them() {
        let cases = [
            (".dropbox", Some("Dropbox")),
            (".stfolder", Some("Syncthing")),
            (".sync_1a2b3c.db", Some("Nextcloud")),
            ("._sync_1a2b3c.db", Some("Nextcloud")),
            (".owncloudsync.log", Some("ownCloud")),
            (".sync_notes.txt", None),
            ("home.db", None),
        ];
        for (name, wanted) in cases {
            assert_eq!(by_mark(name), wanted.map(SharedPlace::Synchronised), "{name}");
        }
    }

    #[test]
    fn folders_are_told_by_the_file_system_that_they_lie_on() {
        let mounts = "\
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            30 22 0:40 / /home/ana/share rw shared:2 - cifs //nas/share rw\n\
            31 22 0:41 / /mnt/our\\040disk rw - nfs4 nas:/disk rw\n\
            32 22 8:2 / /mnt/our\\040disk/usb rw - vfat /dev/sdb1 rw\n\
            33 22 0:42 / /home/ana/far rw - fuse.sshfs ana@far: rw\n\
            34 22 0:43 / /home/ana/cloud rw - fuse.rclone drive: rw\n\
            a line of something else\n";
        let (network, rclone) = (SharedPlace::Network, SharedPlace::Synchronised("rclone"));
        let cases = [
            ("/home/ana/holdfast", None),
            ("/home/ana/share", Some(network)),
            ("/home/ana/share/family", Some(network)),
            ("/home/ana/shared", None),
            ("/mnt/our disk/holdfast", Some(network)),
            ("/mnt/our disk/usb", None),
            ("/home/ana/far/home", Some(network)),
            ("/home/ana/cloud", Some(rclone)),
        ];
        for (folder, wanted) in cases {
            assert_eq!(by_mount(mounts, Path::new(folder)), wanted, "{folder}");
        }
        assert_eq!(by_mount("", Path::new("/home")), None, "where nothing is said");
    }

    #[test]
    fn a_store_is_looked_at_by_all_of_its_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("ours/records");
        std::fs::create_dir_all(&deep).expect("made");
        let store = deep.join("home.db");
        let before = SharedPlace::of(&store);
        assert!(!matches!(before, Some(SharedPlace::Synchronised(_))), "{before:?}");
        std::fs::create_dir(folder.path().join("ours/.stfolder")).expect("made");
        assert_eq!(SharedPlace::of(&store), Some(SharedPlace::Synchronised("Syncthing")));
        assert_eq!(SharedPlace::of(&folder.path().join("not/there.db")), None, "no such folder");
    }
}
