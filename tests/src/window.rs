//! Opening and ending a window.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::Runtime;

use crate::home::Home;
use crate::process::Group;
use crate::programs::program;
use crate::screen::Screen;

/// How long anything may take to appear. A machine that builds at the same time is slow.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How a window is to be opened.
#[derive(Debug)]
pub struct Setup {
    program: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    home: Home,
}

impl Setup {
    /// Holdfast on a store that does not exist yet.
    ///
    /// # Panics
    /// When Holdfast has not been built.
    #[must_use]
    pub fn empty() -> Self {
        Self::at(Home::new())
    }

    /// Holdfast in a home that another window left.
    ///
    /// # Panics
    /// When Holdfast has not been built.
    #[must_use]
    pub fn at(home: Home) -> Self {
        Self { program: program("holdfast"), arguments: vec![], environment: vec![], home }
    }

    /// Another program than Holdfast.
    #[must_use]
    pub fn program(mut self, program: PathBuf) -> Self {
        self.program = program;
        self
    }

    /// One more word on its command line.
    #[must_use]
    pub fn argument(mut self, word: &str) -> Self {
        self.arguments.push(word.into());
        self
    }

    /// One more environment variable.
    #[must_use]
    pub fn environment(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// As on a desktop that prefers dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        self.environment("GTK_THEME", "Adwaita:dark")
    }
}

/// Holdfast's window, open on a screen of its own.
#[derive(Debug)]
pub struct Window {
    // In the order in which they must end: first the conversation, last the folder.
    pub(crate) client: Client,
    pub(crate) runtime: Runtime,
    driver: Group,
    screen: Screen,
    home: Home,
}

impl Window {
    /// Opens the window and waits until its page is there.
    ///
    /// # Panics
    /// When something it needs is missing, or the window does not open.
    #[must_use]
    #[track_caller]
    pub fn open(setup: Setup) -> Self {
        let screen = Screen::start();
        let (driver, port) = start_driver(&setup, &screen);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime can be made");
        let options = json!({ "binary": setup.program, "args": setup.arguments });
        let wanted = [("webkitgtk:browserOptions".into(), options)].into_iter().collect();
        let session = runtime.block_on(
            ClientBuilder::new(HttpConnector::new())
                .capabilities(wanted)
                .connect(&format!("http://127.0.0.1:{port}")),
        );
        let client = session.unwrap_or_else(|error| {
            let log = std::fs::read_to_string(setup.home.log()).unwrap_or_default();
            panic!("the window did not open: {error}\nIt printed:\n{log}")
        });
        Self { client, runtime, driver, screen, home: setup.home }
    }

    /// The home that the window was opened in.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// What the program has printed so far.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.home.log()).unwrap_or_default()
    }

    /// The screen, as in `:5`, for programs that look at it from outside.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.screen.name
    }

    /// The head of the process group that the program runs in.
    #[must_use]
    pub fn process_group(&self) -> u32 {
        self.driver.child.id()
    }

    /// Closes the window and hands back its home, to be opened again.
    ///
    /// # Panics
    /// When the program is still there after a while.
    #[must_use]
    #[track_caller]
    pub fn close(self) -> Home {
        let Self { client, runtime, driver, screen, home } = self;
        let closed = runtime.block_on(client.close());
        drop((driver, screen));
        closed.expect("the window closes when it is asked to");
        home
    }

    /// Ends the program without warning, as a power cut would, and hands back its home.
    #[must_use]
    pub fn crash(mut self) -> Home {
        self.driver.kill();
        self.home
    }
}

/// Starts the driver on a free port and waits until it listens.
fn start_driver(setup: &Setup, screen: &Screen) -> (Group, u16) {
    let port = free_port();
    let log = File::create(setup.home.log()).expect("the test's own folder can be written to");
    let also = log.try_clone().expect("a file handle can be doubled");
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={port}"));
    setup.home.furnish(&mut command);
    command
        .env("DISPLAY", &screen.name)
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // Words, dates and sums must not depend on who runs the tests.
        .env("LC_ALL", "en_US.UTF-8")
        .env("TZ", "UTC")
        .env_remove("WAYLAND_DISPLAY")
        .envs(setup.environment.iter().cloned())
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(also);
    let driver = Group::start(&mut command, "webkit2gtk-driver");
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "WebKitWebDriver does not listen on port {port}");
        std::thread::sleep(Duration::from_millis(20));
    }
    (driver, port)
}

/// A port that nobody listened on a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("the machine has a free port");
    listener.local_addr().expect("a listener has an address").port()
}
