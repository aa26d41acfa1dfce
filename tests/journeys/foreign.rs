//! Files that others made, looked at in the window: nothing in them runs and nothing is fetched,
//! whatever they ask for.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use holdfast_tests::{Find, Window, project_folder};
use serde_json::{Value, json};

use crate::record::{open_crossing, to_crossing};
use crate::sheet::Sheet;

/// The longest that one file may take until it is seen.
const LONGEST: Duration = Duration::from_secs(5);
/// The most memory that the program itself may have taken, in MiB.
const MOST_MEMORY: u64 = 300;

/// What a hostile file would set if it could run something.
const RAN: &str = "window.top.holdfastRan = true";

/// Begins to note what the page's rules forbid, which a page does for nobody else.
fn watch(window: &Window) {
    window.script(
        "window.forbidden = [];
         document.addEventListener('securitypolicyviolation', (event) =>
             window.forbidden.push(`${event.violatedDirective} ${event.blockedURI}`));",
        vec![],
    );
}

/// What was forbidden, what was fetched from elsewhere, and whether anything ran.
fn noted(window: &Window) -> Value {
    window.script(
        "const own = /^(tauri|ipc|blob|data|about):|^https?:\\/\\/(tauri|ipc)\\.localhost/;
         const fetched = performance.getEntriesByType('resource').map((one) => one.name);
         const frames = document.querySelectorAll('iframe, object, embed').length;
         return [...window.forbidden, ...fetched.filter((name) => !own.test(name)),
             ...(frames > 0 ? [`${frames} frames`] : []), ...(window.holdfastRan ? ['ran'] : [])];",
        vec![],
    )
}

/// Checks that all was quiet, and that it would have been heard otherwise.
#[track_caller]
fn assert_quiet(window: &Window) {
    assert_eq!(noted(window), json!([]), "nothing was asked for that the rules forbid");
    window.script("new Image().src = 'https://tracker.example/dot.png'", vec![]);
    window.wait_until("the page's rules are seen to hold", |window| {
        noted(window).as_array().is_some_and(|all| !all.is_empty())
    });
}

/// Opens every piece that the page lists, one after the other: its name, and how long it took
/// until something of it was seen.
fn look_at_each(window: &Window) -> Vec<(String, Duration)> {
    const ROWS: &str = "[...document.querySelectorAll('main button[data-row]')]";
    let count = window.script(&format!("return {ROWS}.length"), vec![]).as_u64().unwrap_or(0);
    let open = format!("const row = {ROWS}[arguments[0]]; row.click(); return row.title");
    let look = |index| {
        let start = Instant::now();
        let name = window.script(&open, vec![json!(index)]);
        window.wait_until(&format!("{name} is seen"), is_seen);
        let took = start.elapsed();
        window.press("Escape");
        window.wait_until("the viewer is closed", |window| {
            window.script("return !document.querySelector('dialog[open]')", vec![]) == true
        });
        (name.as_str().unwrap_or_default().to_owned(), took)
    };
    (0..count).map(look).collect()
}

fn is_seen(window: &Window) -> bool {
    let script = "const shown = document.querySelector('dialog[open] .shown');
        return !!shown && !shown.querySelector('[aria-busy=\"true\"]') &&
            (shown.innerText.trim() !== '' || !!shown.querySelector('img, image'))";
    window.script(script, vec![]) == true
}

/// The most memory that the program had at a time, in MiB, without the engine that draws the page.
fn most_memory(window: &Window) -> u64 {
    let group = window.process_group().to_string();
    let entries = fs::read_dir("/proc").expect("the system tells of its processes");
    let most = entries.flatten().filter_map(|entry| {
        let status = fs::read_to_string(entry.path().join("status")).ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let (_, behind) = stat.rsplit_once(") ")?;
        let is_ours = behind.split(' ').nth(2)? == group && status.starts_with("Name:\tholdfast\n");
        let line = status.lines().find(|line| is_ours && line.starts_with("VmHWM:"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    });
    most.max().expect("the program runs") / 1024
}

/// Files whose makers would like to run or fetch something.
fn hostile(folder: &Path) -> Vec<PathBuf> {
    let page = format!(
        "<!doctype html><meta http-equiv=refresh content='0;url=https://tracker.example/'>\
         <script>{RAN}</script><img src='https://tracker.example/a.png' onerror='{RAN}'>\
         <style>@import 'https://tracker.example/b.css'</style><p>A page.</p>"
    );
    let drawing = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40' onload='{RAN}'>\
         <script>{RAN}</script><image href='https://tracker.example/c.png' width='9' height='9'/>\
         <foreignObject><iframe src='https://tracker.example/d'/></foreignObject>\
         <rect width='40' height='40'/></svg>"
    );
    let mail = format!(
        "From: Eve <eve@tidewater.example>\r\nTo: ingrid@home.example\r\n\
         Date: Thu, 05 Mar 2026 10:12:00 +0100\r\nSubject: <img src=x onerror='{RAN}'>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    );
    let form = format!(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS({RAN})>>>>endobj\n\
         2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O<</S/URI\
         /URI(https://tracker.example/e)>>>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    );
    fs::create_dir_all(folder).expect("the home can be written to");
    let files =
        [("page.html", page), ("drawing.svg", drawing), ("answer.eml", mail), ("form.pdf", form)];
    files.map(|(name, text)| write(folder, name, &text)).to_vec()
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, text).expect("the home can be written to");
    file
}

/// The page of all evidence, once it lists so many pieces.
fn to_evidence(window: &Window, fewest: usize) {
    window.press("g e");
    window.wait_for(&Find::role("heading", "Evidence"));
    window.wait_until("the pieces are listed", |window| {
        let script = "return document.querySelectorAll('main button[data-row]').length";
        window.script(script, vec![]).as_u64().is_some_and(|count| count >= fewest as u64)
    });
}

#[test]
fn files_that_would_run_or_fetch_something_are_only_looked_at() {
    let window = open_crossing();
    let files = hostile(&window.home().folder().join("desktop"));
    to_crossing(&window);
    watch(&window);
    window.drop_files(&files.iter().map(PathBuf::as_path).collect::<Vec<_>>(), (640, 400));
    Sheet::titled(&window, "Add 4 files").save_by("Add");
    let sheet = Sheet::titled(&window, "An e-mail to write down");
    window.picture("foreign-mail");
    sheet.save_by("Only keep the files");
    to_evidence(&window, files.len());
    let seen = look_at_each(&window);
    assert!(seen.len() >= files.len(), "each was looked at: {seen:?}");
    assert_quiet(&window);
}

/// The folder of real files, where there is one.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("HOLDFAST_CORPUS").filter(|folder| !folder.is_empty());
    if folder.is_none() {
        eprintln!("corpus: HOLDFAST_CORPUS is not set, so no real files were looked at");
    }
    Some(project_folder().join(folder?))
}

/// Drops a folder on the dispute and waits until all of it is in.
fn take_in(window: &Window, folder: &Path) {
    to_crossing(window);
    window.drop_files(&[folder], (640, 400));
    window.wait_for(&Find::any("dialog"));
    window.click(&Find::button("Add").inside(&Find::any("dialog")));
    let start = Instant::now();
    let is_open = "return document.querySelector('dialog[open]')?.innerText ?? ''";
    // What was left out is told, then the e-mails are asked about, then nothing stands open.
    let mut still_since = Instant::now();
    while still_since.elapsed() < Duration::from_secs(4) {
        assert!(start.elapsed() < Duration::from_secs(120), "the folder is in after two minutes");
        let said = window.script(is_open, vec![]);
        let said = said.as_str().unwrap_or_default();
        let is_busy = window.count(&Find::role("region", "Adding evidence")) > 0;
        if said.contains("Only keep the files") {
            window.picture("foreign-mails");
            window.click(&Find::button("Only keep the files"));
            window.wait_gone(&Find::button("Only keep the files"));
        } else if said.contains("were added") || said.contains("Nothing new") {
            println!("{said}\n");
            window.press("Escape");
        }
        if is_busy || !said.is_empty() {
            still_since = Instant::now();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Reads what `HOLDFAST_CORPUS` names; without it, it says so and passes.
#[test]
fn every_file_of_the_corpus_is_looked_at_quietly() {
    let Some(corpus) = corpus() else { return };
    let window = open_crossing();
    to_crossing(&window);
    watch(&window);
    take_in(&window, &corpus.join("evidence"));
    take_in(&window, &corpus.join("email"));
    to_evidence(&window, 100);
    let mut seen = look_at_each(&window);
    seen.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
    let memory = most_memory(&window);
    println!("{} files, at most {memory} MiB; the slowest:", seen.len());
    for (name, took) in seen.iter().take(8) {
        println!("{:>6} ms  {name}", took.as_millis());
    }
    assert_quiet(&window);
    assert!(memory < MOST_MEMORY, "{memory} MiB");
    let slow: Vec<_> = seen.iter().filter(|(_, took)| *took > LONGEST).collect();
    assert!(slow.is_empty(), "seen too late: {slow:?}");
}
