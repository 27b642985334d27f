package org.nowrongdoor.taxonomy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Other names that organisations go by, for a search by name. */
@Singleton
public class OrganizationAliases {

    private final Map<String, List<String>> names = new LinkedHashMap<>();

    /** Reads the packaged lines of kind {@code org-alias}. */
    public OrganizationAliases() {
        for (var row : TaxonomyReader.forms()) {
            if (row.isOrganisation()) {
                names.computeIfAbsent(row.code(), code -> new ArrayList<>()).addAll(row.forms());
            }
        }
    }

    /** Every name of an organisation by its alias code; none when the code is unknown. */
    public List<String> names(String code) {
        return List.copyOf(names.getOrDefault(code, List.of()));
    }

    /** The alias codes. */
    public Set<String> codes() {
        return Set.copyOf(names.keySet());
    }
}
