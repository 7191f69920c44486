// Datasets: data as the site sees them, from the bytes of a file to answers about it.
//
// Belongs here: reading and checking CSV, JSON, YAML and SQLite files and the package that describes them
// (Structured, Readers, Package, Tables), the database of all tables and its queries (Database), what
// follows from a ranking over time (Index), and the functions that queries may use (Functions). Does not
// belong here: how anything looks, and what a page is. Reading is a matter of bytes in, values and
// diagnostics out; only SQLite touches the disk.
