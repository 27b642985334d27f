package org.nowrongdoor.directory.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.record.ListParameters;

/** What can be asked of any list that is chosen by its services. */
interface ServiceCriteria extends ListParameters {

    @Nullable String search();

    @Nullable UUID taxonomyTermId();

    @Nullable UUID taxonomyId();

    @Nullable UUID organizationId();

    @Nullable String modifiedAfter();

    @Nullable String kind();
}
