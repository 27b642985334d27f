package org.nowrongdoor.http.parameter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.problem.QuotedValue;

/** Names of details about a person; as query parameters they are refused by their own problem. */
final class PersonalDataParameters {

    // The client attributes (eligibility.rule.ClientAttribute), and what else a form might hold.
    private static final Set<String> WORDS = Set.of(
            ("client person age gender sex pronouns children children_in_custody pregnant adults pets survivor_of"
                            + " identifies_as_victim trading_sex wants_to_leave immigration_status residence income_percent_fpl"
                            + " insurance id veteran disability substance_use sober_days oud_medication criminal_record warrants"
                            + " sex_offence_registry on_supervision tribal_member crime_victim referred_by homeless employed"
                            + " student hiv_status recency_of_trafficking_days self_care name first_name last_name alias birth_date"
                            + " date_of_birth dob ssn phone email address contact code_word note")
                    .split(" "));

    private PersonalDataParameters() {}

    /** Whether a name is one of these, in any spelling: {@code age}, {@code client.age}, {@code client[age]}, {@code Age}. */
    static boolean isAboutPerson(String name) {
        var folded = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return WORDS.contains(folded)
                || folded.startsWith("client.")
                || folded.startsWith("client[")
                || folded.startsWith("person.")
                || folded.startsWith("person[");
    }

    /** Refuses a query parameter that is not known and says something about a person.
     *  @throws ProblemException CLIENT_DETAILS_IN_URL */
    static void refuseInUrl(String unknownName) {
        if (isAboutPerson(unknownName)) {
            var name = QuotedValue.of(unknownName);
            throw ProblemException.of(
                    ProblemKind.CLIENT_DETAILS_IN_URL,
                    name + " says something about a person. Send it in the body of a POST, in \"client\".",
                    List.of(new Fault(unknownName, "must not stand in a URL")));
        }
    }
}
