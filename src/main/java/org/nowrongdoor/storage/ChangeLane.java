package org.nowrongdoor.storage;

/** A share of the change log that is followed by itself, so that what is urgent overtakes what is much. Together they are
 *  the log without its derived changes, and no change is in two. */
public enum ChangeLane {
    /** What one edit changed. */
    EDITS("l.size <= 20", "true"),
    /** What imports and cascades took away. */
    REMOVALS("l.size > 20 and l.ops && array['redact', 'delete']", "c.op in ('redact', 'delete')"),
    /** The rest of imports. */
    BULK("l.size > 20", "c.op not in ('redact', 'delete')");

    /** The condition on rows that tell of changes themselves and not of their consequences. */
    static final String DIRECT = "not l.derived";

    private final String rows;
    private final String changes;

    ChangeLane(String rows, String changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** The condition on rows and their changes. */
    String condition() {
        return DIRECT + " and (" + rows + ") and (" + changes + ")";
    }
}
