package org.nowrongdoor.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.Location;
import org.nowrongdoor.directory.Organization;
import org.nowrongdoor.directory.Service;

/** A service's row with its organisation's and its places'. */
record ServiceRows(Service service, @Nullable Organization organization, List<Location> locations) {}
