package org.nowrongdoor.search.query;

import org.nowrongdoor.search.model.StoredService;

/** Something that a caller requires, and that a service can fail, meet, or be silent about. */
public interface Filter {

    /** The name under which {@code left_out} counts what it removed. */
    String by();

    /** The services of which it is known that they meet it. */
    Criterion certain();

    /** Of all others, those that it removes. */
    Criterion failing();

    /** Whether the service says nothing about it. */
    boolean isUnknownFor(StoredService service);
}
