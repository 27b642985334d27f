package org.nowrongdoor.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.directory.store.Organization;
import org.nowrongdoor.directory.store.Service;

/** A service's row with its organisation's and its places'. */
public record ServiceRows(Service service, @Nullable Organization organization, List<Location> locations) {}
