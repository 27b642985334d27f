package org.nowrongdoor.referral.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.text.WireName;

/** How soon an answer is needed. */
@Schema(name = "ReferralPriority")
public enum Priority {
    // Three days: a weekend must not end a referral. Four hours: within one shift of a worker.
    ROUTINE(Duration.ofDays(3)),
    URGENT(Duration.ofHours(4));

    /** How long a provider has unless the sender says otherwise. */
    public final Duration patience;

    Priority(Duration patience) {
        this.patience = patience;
    }

    @JsonValue
    public String wire() {
        return WireName.kebabCase(this);
    }

    @JsonCreator
    static Priority get(String wire) {
        return WireNameReader.get(Priority.class, wire, "priority");
    }
}
