//! What lies ready to be added: files dropped on the window, which the page knows by a number and
//! their names only; and the word that stops an adding.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use holdfast_app::wire::{AppError, Dropped, EvidenceAdded, EvidenceAdding, EvidenceProgress};
use holdfast_app::{Incoming, files};
use tauri::ipc::Channel;
use tauri::{DragDropEvent, Manager as _, Window, WindowEvent};

use crate::desk::Desk;

/// What was dropped last, and who is told of it.
#[derive(Default)]
pub(crate) struct Tray {
    held: Mutex<Held>,
    stop: AtomicBool,
}

#[derive(Default)]
struct Held {
    count: u32,
    paths: Vec<PathBuf>,
    told: Option<Channel<Dropped>>,
}

impl Tray {
    /// Tells the page from now on what is dropped on the window.
    pub(crate) fn watch(&self, told: Channel<Dropped>) {
        self.held().told = Some(told);
    }

    /// The files that were dropped under that number, unless others were dropped since. They are
    /// handed over once.
    pub(crate) fn take(&self, id: &str) -> Vec<PathBuf> {
        let mut held = self.held();
        if held.count.to_string() == id { std::mem::take(&mut held.paths) } else { Vec::new() }
    }

    /// Adds what was chosen, dropped or pasted, telling the page before each how far it is.
    pub(crate) fn add(
        &self,
        desk: &Desk,
        adding: &EvidenceAdding,
        incoming: Vec<Incoming>,
        progress: &Channel<EvidenceProgress>,
    ) -> Result<EvidenceAdded, AppError> {
        self.stop.store(false, Ordering::Relaxed);
        let mut watch = |how_far| {
            // A page that was reloaded meanwhile hears nothing; what it had begun is finished.
            let _ = progress.send(how_far);
            !self.stop.load(Ordering::Relaxed)
        };
        desk.with(|app| app.add_evidence(adding, incoming, &mut watch))
    }

    /// Stops the adding that goes on, before its next file.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn dropped(&self, paths: &[PathBuf], x: i32, y: i32) {
        let mut held = self.held();
        held.count = held.count.wrapping_add(1);
        held.paths = paths.to_vec();
        let names = paths.iter().map(|path| files::name(path)).collect();
        let dropped = Dropped { id: held.count.to_string(), names, x, y };
        if let Some(told) = &held.told {
            // As above: nobody listens where the page is gone.
            let _ = told.send(dropped);
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes files that are dropped on the window, before the page could be navigated to them.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, position }) = event {
        let at = position.to_logical::<i32>(window.scale_factor().unwrap_or(1.0));
        window.state::<Tray>().dropped(paths, at.x, at.y);
    }
}
