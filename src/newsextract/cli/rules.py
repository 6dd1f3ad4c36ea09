"""`newsextract rules check DIR`: whether a folder of your own rules holds what it promises."""

import argparse

from newsextract.cli import output

NAME = "rules"
SUMMARY = "check your own rules for sites"
DESCRIPTION = """\
Check a folder of rules: every file is read and every selector parsed, every rule must fire on its fragment and spare
its counterpart, every example page must give what it says. Files of ftr-site-config (example.org.txt) are read too;
what of them has no meaning here is named with --notices.

  newsextract rules check my-rules/
  newsextract extract --rules my-rules/ https://example.org/story
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("action", choices=["check"], help="what to do")
    parser.add_argument("folder", metavar="DIR", help="the folder of your rules")
    parser.add_argument("--notices", action="store_true", help="name each line that has no meaning here")


def run(args: argparse.Namespace) -> int:
    """Check the rules; 1 where something is wrong with them."""
    from newsextract.rulecheck import check

    checked = check(args.folder)
    for fault in checked.faults:
        output.complain("rules", fault)
    if args.notices:
        for notice in checked.notices:
            output.put(notice)
    sums = f"{checked.files} files, {checked.rules} rules, {checked.examples} examples"
    told = f", {len(checked.notices)} lines without meaning here" if checked.notices else ""
    output.put(f"{sums}: {len(checked.faults) or 'no'} fault{'' if len(checked.faults) == 1 else 's'}{told}")
    return int(bool(checked.faults))
