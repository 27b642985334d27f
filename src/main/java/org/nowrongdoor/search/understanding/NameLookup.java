package org.nowrongdoor.search.understanding;

import java.util.Collection;
import java.util.List;
import org.nowrongdoor.region.Region;

/** What the directory knows of names. */
public interface NameLookup {

    /** Whether the name of any service or organisation has both words. */
    boolean hasAll(String word, String other);

    /** The organisations that are called so in full, by any of their names.
     *  @param keys folded names without the article in front */
    List<NamedOrganization> organizations(Collection<String> keys);

    /** Whether any service says that it covers a place or the county of it; as it was within the last minute. */
    boolean hasServices(Region place);
}
