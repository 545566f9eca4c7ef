"""Who is entitled to what: a member's standing, and how one claim is decided."""
