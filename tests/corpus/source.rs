//! Where the texts lie, and how their files are read.

use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use holdfast_tests::project_folder;

/// Names the folder; one that does not begin with a slash is looked for from the project's folder.
const VARIABLE: &str = "HOLDFAST_CORPUS";

/// A row of a table by the names of its columns.
pub(crate) type Row = HashMap<String, String>;

/// A file of the corpus, or nothing where there is no corpus, which is then said.
pub(crate) fn file(name: &str) -> Option<PathBuf> {
    let file = place(name)?;
    assert!(file.is_file(), "{VARIABLE} is set, and there is no {}", file.display());
    Some(file)
}

/// Every file of a folder of the corpus with its bytes, by its name.
pub(crate) fn files(folder: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let entries = std::fs::read_dir(place(folder)?).expect("the folder is there");
    let files = entries.map(|entry| {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read(path).expect("the file can be read"))
    });
    Some(files.collect())
}

/// Where something of the corpus lies.
fn place(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) else {
        // Written past the test harness, which would keep the line to itself.
        let line = format!("corpus: {VARIABLE} is not set, so {name} was not looked at\n");
        std::io::stderr().write_all(line.as_bytes()).expect("standard error can be written to");
        return None;
    };
    Some(project_folder().join(folder).join(name))
}

/// A table with a head, as comma-separated values.
pub(crate) fn table(name: &str) -> Option<Vec<Row>> {
    let mut reader = csv::Reader::from_path(file(name)?).expect("the table can be opened");
    let rows: Result<Vec<Row>, _> = reader.deserialize().collect();
    Some(rows.expect("the table is sound"))
}

/// The lines of a text that are neither empty nor a remark.
pub(crate) fn lines(name: &str) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(file(name)?).expect("the text is UTF-8");
    let lines = text.split('\n').filter(|line| !line.is_empty() && !line.starts_with('#'));
    Some(lines.map(str::to_owned).collect())
}

/// How long this thread has worked so far, which says more of a reader than the time on the wall
/// while other tests run.
pub(crate) fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let part = |number: i64| u64::try_from(number).unwrap_or_default();
    Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
}
